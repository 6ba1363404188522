import { join, sep } from "node:path";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import type { Disk } from "./disk.ts";

/** The parts of Emscripten's NODEFS that are replaced here; it ships no types. */
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
type Node = { name: string; mode: number };
type Stream = { node: Node; nfd: number; flags: number; shared: { refcount: number } };
type Attributes = { size?: number; mode?: number };
type Module = { NODEFS: NodeFiles; FS: { isDir(mode: number): boolean } };

type Init = NodeFS["init"];

/**
 * PGlite's Node file system with an fsync that syncs, and every change sent through a {@link Disk}.
 * The stock one answers fsync without doing anything, so a commit waits in the page cache for its luck.
 */
export class DurableFs extends NodeFS {
  readonly #disk: Disk;
  readonly #log: { logged: number };
  readonly #open = new Set<number>();

  /** @param log where the bytes of write-ahead log written are added up */
  constructor(folder: string, disk: Disk, log: { logged: number } = { logged: 0 }) {
    super(folder);
    this.#disk = disk;
    this.#log = log;
  }

  override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pg, options);
    const first = (module: unknown) => this.#replace(module as Module);
    // Before the mount: a node takes its operations from these tables when it is made.
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [first, ...(emscriptenOpts.preRun ?? [])] } };
  }

  /** Closes what a stopped engine left open, without writing anything it still held. */
  abandon(): void {
    for (const fd of this.#open) this.#disk.close(fd);
    this.#open.clear();
  }

  #replace({ NODEFS: files, FS }: Module): void {
    const disk = this.#disk;
    const attempt = <T>(operation: () => T): T => files.tryFSOperation(operation);
    const at = (folder: Node, name: string) => join(files.realPath(folder), name);
    const { setattr: setNode } = files.node_ops;
    const { setattr: setStream } = files.stream_ops;
    const log = new Set<number>();

    Object.assign(files.node_ops, {
      setattr(node, { size, ...rest }) {
        setNode(node, ownerOnly(rest));
        if (size !== undefined) attempt(() => disk.resize(files.realPath(node), size));
      },
      mknod(parent, name, mode, dev) {
        const node = files.createNode(parent, name, mode, dev);
        const path = files.realPath(node);
        attempt(() => (FS.isDir(mode) ? disk.createFolder(path) : disk.createFile(path)));
        return node;
      },
      rename(node, folder, name) {
        attempt(() => disk.rename(files.realPath(node), at(folder, name)));
        node.name = name;
      },
      unlink: (parent, name) => attempt(() => disk.removeFile(at(parent, name))),
      rmdir: (parent, name) => attempt(() => disk.removeFolder(at(parent, name))),
    } satisfies NodeFiles["node_ops"]);

    Object.assign(files.stream_ops, {
      setattr(stream, { size, ...rest }) {
        setStream(stream, ownerOnly(rest));
        if (size !== undefined) attempt(() => disk.resizeOpen(stream.nfd, size));
      },
      open: (stream) => {
        const path = files.realPath(stream.node);
        const fd = attempt(() => disk.open(path, files.flagsForNode(stream.flags)));
        stream.shared.refcount = 1;
        stream.nfd = fd;
        this.#open.add(fd);
        if (path.includes(`${sep}pg_wal${sep}`)) log.add(fd);
      },
      close: (stream) => {
        stream.shared.refcount -= 1;
        if (stream.shared.refcount > 0 || !this.#open.delete(stream.nfd)) return;
        log.delete(stream.nfd);
        attempt(() => disk.close(stream.nfd));
      },
      write: (stream, bytes, offset, length, position) => {
        if (log.has(stream.nfd)) this.#log.logged += length;
        return attempt(() => disk.write(stream.nfd, bytes, offset, length, position));
      },
      fsync(stream) {
        attempt(() => disk.sync(stream.nfd));
        return 0;
      },
    } satisfies NodeFiles["stream_ops"]);
  }
}

/** Emscripten creates files for everybody and asks for it again with chmod; a database is its owner's alone. */
function ownerOnly<A extends Attributes>(attributes: A): A {
  return attributes.mode === undefined ? attributes : { ...attributes, mode: attributes.mode & ~0o077 };
}
