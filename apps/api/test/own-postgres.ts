import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

interface Server {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

interface Launcher {
  readonly startPostgres: (where: Record<'directory' | 'secretsDir' | 'logsDir', string>) => Promise<Server>
}

const FILE = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../../scripts/postgres/server.mjs',
)

/** A PostgreSQL of a test's own, which it may do anything to. */
export interface OwnPostgres {
  readonly url: string
  /** Its data, its secrets and its log. */
  readonly folder: string
  /** Every process of it stands still, as on a machine that is busy with something else, until it may go on. */
  freeze(): void
  thaw(): void
  remove(): Promise<void>
}

/** @param base where its directory is made */
export async function ownPostgres(base = tmpdir()): Promise<OwnPostgres> {
  const folder = mkdtempSync(path.join(base, 'accord-own-'))
  chmodSync(folder, 0o711)
  const { startPostgres } = (await import(pathToFileURL(FILE).href)) as Launcher
  const inside = (name: string) => path.join(folder, name)
  const server = await startPostgres({
    directory: inside('postgres'),
    secretsDir: inside('secrets'),
    logsDir: inside('logs'),
  })
  return {
    url: server.url,
    folder,
    freeze: () => signalAll(server.pid, 'SIGSTOP'),
    thaw: () => signalAll(server.pid, 'SIGCONT'),
    remove: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The postmaster first, so that it starts nobody who would be missed. */
function signalAll(postmaster: number, signal: NodeJS.Signals): void {
  process.kill(postmaster, signal)
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  for (const line of lines) {
    const [pid = 0, parent] = line.trim().split(/\s+/).map(Number)
    if (parent === postmaster) process.kill(pid, signal)
  }
}
