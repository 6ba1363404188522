import { join } from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import type { Disk } from "./disk.ts";

/** The few parts of Emscripten's NODEFS that we replace; it ships no types for them. */
type Node = { name: string; mode: number; parent: Node; mount: { opts: { root: string } } };
type Stream = { node: Node; nfd: number; flags: number; shared: { refcount: number } };
type Attributes = { size?: number };
interface NodeFiles {
  realPath(node: Node): string;
  flagsForNode(flags: number): number;
  tryFSOperation<T>(operation: () => T): T;
  createNode(parent: Node, name: string, mode: number, dev: number): Node;
  node_ops: {
    setattr(node: Node, attributes: Attributes): void;
    mknod(parent: Node, name: string, mode: number, dev: number): Node;
    rename(node: Node, folder: Node, name: string): void;
    unlink(parent: Node, name: string): void;
    rmdir(parent: Node, name: string): void;
  };
  stream_ops: {
    setattr(stream: Stream, attributes: Attributes): void;
    open(stream: Stream): void;
    close(stream: Stream): void;
    write(stream: Stream, bytes: Uint8Array, offset: number, length: number, position: number): number;
    fsync?(stream: Stream): number;
  };
}
type Emscripten = { NODEFS: NodeFiles; FS: { isDir(mode: number): boolean } };
type Options = Parameters<NodeFS["init"]>[1];

/**
 * PGlite's Node file system with an fsync that syncs, and every change sent through a {@link Disk}.
 * Stock PGlite answers fsync without doing anything; a commit then waits in the page cache.
 */
export class DurableFs extends NodeFS {
  readonly #disk: Disk;

  constructor(folder: string, disk: Disk) {
    super(folder);
    this.#disk = disk;
  }

  override async init(pg: Parameters<NodeFS["init"]>[0], options: Options) {
    const { emscriptenOpts } = await super.init(pg, options);
    const first = (module: unknown) => writeThrough(module as Emscripten, this.#disk);
    // Before the mount: nodes take their operations from the table when they are made.
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [first, ...(emscriptenOpts.preRun ?? [])] } };
  }
}

function writeThrough({ NODEFS: files, FS }: Emscripten, disk: Disk): void {
  const attempt = <T>(operation: () => T): T => files.tryFSOperation(operation);
  const at = (folder: Node, name: string) => join(files.realPath(folder), name);
  const { setattr: setNode } = files.node_ops;
  const { setattr: setStream } = files.stream_ops;

  Object.assign(files.node_ops, {
    setattr(node, { size, ...rest }) {
      setNode(node, rest);
      if (size !== undefined) attempt(() => disk.resize(files.realPath(node), size));
    },
    mknod(parent, name, mode, dev) {
      const node = files.createNode(parent, name, mode, dev);
      const path = files.realPath(node);
      attempt(() => (FS.isDir(mode) ? disk.createFolder(path, mode) : disk.createFile(path, mode)));
      return node;
    },
    rename(node, folder, name) {
      attempt(() => disk.rename(files.realPath(node), at(folder, name)));
      node.name = name;
    },
    unlink(parent, name) {
      attempt(() => disk.removeFile(at(parent, name)));
    },
    rmdir(parent, name) {
      attempt(() => disk.removeFolder(at(parent, name)));
    },
  } satisfies NodeFiles["node_ops"]);

  Object.assign(files.stream_ops, {
    setattr(stream, { size, ...rest }) {
      setStream(stream, rest);
      if (size !== undefined) attempt(() => disk.resizeOpen(stream.nfd, size));
    },
    open(stream) {
      const path = files.realPath(stream.node);
      attempt(() => {
        stream.shared.refcount = 1;
        stream.nfd = disk.open(path, files.flagsForNode(stream.flags));
      });
    },
    close(stream) {
      attempt(() => {
        stream.shared.refcount -= 1;
        if (stream.shared.refcount === 0) disk.close(stream.nfd);
      });
    },
    write(stream, bytes, offset, length, position) {
      return attempt(() => disk.write(stream.nfd, bytes, offset, length, position));
    },
    fsync(stream) {
      attempt(() => disk.sync(stream.nfd));
      return 0;
    },
  } satisfies NodeFiles["stream_ops"]);
}
