import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ENTRY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../dist/main.js')

export interface Said {
  readonly type: string
  readonly sentence?: string
  readonly console?: string
}

/** The built API as a process of its own, as the launcher starts it. */
export interface ApiProcess {
  readonly child: ChildProcess
  readonly said: readonly Said[]
  /** Its last word about starting: ready or failed. */
  readonly begun: Promise<Said>
  readonly code: Promise<number | null>
  readonly output: () => string
}

export function startProcess(env: Readonly<Record<string, string>>): ApiProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = fork(ENTRY, [], {
    env: { PATH, HOME, ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const said: Said[] = []
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (output += part.toString()))
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const begun = new Promise<Said>((resolve, reject) => {
    child.on('message', (message: Said) => {
      said.push(message)
      if (message.type !== 'progress') resolve(message)
    })
    void code.then(() => reject(new Error('the API ended without a word')))
  })
  return { child, said, begun, code, output: () => output }
}
