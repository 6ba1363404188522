import { claimFolder } from "../claim.ts";
import { FolderInUse } from "../problems.ts";

// A process of its own that claims the folder it is told, answers "won" or the refusal, and keeps what it won.
process.on("message", async (folder: string) => {
  try {
    await claimFolder(folder);
    process.send?.("won");
  } catch (error) {
    process.send?.(error instanceof FolderInUse ? error.message : String(error));
  }
});
process.send?.("ready");
