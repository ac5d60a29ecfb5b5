/**
 * Starts a program whose flushes to the disk return at once. dynoxide asks the disk to flush after every single write and has no setting for it, and a
 * moved year would wait for a hundred thousand of them. Linux's overlay file system does it: mounted `volatile`, over the program's own folder and for that
 * program alone, it hands writes on to the folder beneath and takes flushes for done. So a killed program loses nothing: what it wrote is in the kernel.
 * Only a power cut could lose or break the newest writes, as for the other endpoints (sqlite.ts), and that is not worth a flush for each.
 */
import { spawnSync } from 'node:child_process'

export interface Started {
  readonly command: string
  readonly args: readonly string[]
}

/**
 * Where the kernel does not allow it, the program starts as it is, and waits for the disk. `folder` holds the program's files and nothing else; its own name
 * is plain, and the way to it may hold anything.
 */
export function withoutFlushes({ command, args }: Started, folder: string): Started {
  if (!isAllowed()) return { command, args }
  return { command: 'unshare', args: [...OWN_MOUNTS, 'sh', '-c', MOUNTED, 'sh', folder, command, ...args] }
}

/** For an account without rights on the machine, in a namespace in which it has them over its own files. */
const OWN_MOUNTS = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user']

/**
 * Beside `folder` lie the empty folder beneath it and the kernel's own, which a mount before has marked as not flushed: it is made anew. Its folders are
 * open to their owner, who must be able to delete them. A mount that fails leaves the program with the disk's flushes.
 */
const MOUNTED = `
  folder=$1; shift
  beside=$folder.unflushed
  rm -rf "$beside" && mkdir -p "$beside/empty" "$beside/work" && cd "$beside" &&
    mount -t overlay overlay -o "volatile,lowerdir=empty,upperdir=../\${folder##*/},workdir=work" "$folder" &&
    chmod -R u+rwx work
  cd / && exec "$@"`

const isAllowed = (): boolean =>
  process.platform === 'linux' && spawnSync('unshare', [...OWN_MOUNTS, 'true'], { stdio: 'ignore' }).status === 0
