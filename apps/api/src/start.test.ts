import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { createTestDatabase, type TestDatabase } from '../test/live/database.js'
import { freePort } from './live-plan/replay/free-port.js'
import { startProcess } from '../test/process.js'

// Each sentence costs the start of a process.
jest.setTimeout(60_000)

let database: TestDatabase
let env: Record<string, string>

beforeAll(async () => {
  database = await createTestDatabase()
  env = {
    DATABASE_URL: database.databaseUrl,
    ACCORD_DATA_DIR: database.dataDir,
    ACCORD_DEMO: '0',
    PORT: String(await freePort()),
    PORTAL_PORT: String(await freePort()),
  }
})
afterAll(() => database.drop())

const urlWith = (changes: Partial<Record<'port' | 'host' | 'password' | 'pathname' | 'search', string>>) =>
  Object.assign(new URL(database.databaseUrl), changes).href

async function sentenceOf(changed: Readonly<Record<string, string>>): Promise<string> {
  const api = startProcess({ ...env, ...changed })
  const { type, sentence = '' } = await api.begun
  expect([type, await api.code]).toEqual(['failed', 1])
  expect(sentence.split('. ').length).toBe(1)
  expect(api.output()).not.toContain(new URL(database.databaseUrl).password)
  return sentence
}

function takePort(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
  })
}

describe('a start that cannot go on', () => {
  it('[ID11] names the taken port and the variable that moves it', async () => {
    for (const variable of ['PORT', 'PORTAL_PORT']) {
      const taken = await takePort()
      const { port } = taken.address() as AddressInfo
      expect(await sentenceOf({ [variable]: String(port) })).toBe(
        `Port ${port} is in use by another program: stop that program, or choose another port with ${variable}=….`,
      )
      taken.close()
    }
  })

  it('[ID11] says what is wrong with the address of the database', async () => {
    const nowhere = await freePort()
    const secret = randomBytes(6).toString('hex')
    const cases = [
      [urlWith({ port: String(nowhere) }), `No PostgreSQL answers at 127.0.0.1:${nowhere}`],
      [
        urlWith({ host: 'no-such-host.invalid', search: '?sslmode=verify-full' }),
        'There is no host called no-such-host.invalid',
      ],
      [urlWith({ password: secret }), 'PostgreSQL refused the user name or password of "postgres"'],
      [urlWith({ pathname: '/nothing_here' }), 'There is no database called "nothing_here"'],
    ] as const
    for (const [address, words] of cases) {
      const sentence = await sentenceOf({ DATABASE_URL: address })
      expect(sentence).toContain(words)
      expect(sentence).not.toContain(secret)
    }
  })

  it('[ID11] says where it cannot write', async () => {
    const file = path.join(database.dataDir, 'keys', 'wrapping.key')
    expect(await sentenceOf({ ACCORD_DATA_DIR: file })).toContain('set ACCORD_DATA_DIR to another directory.')
  })
})

describe('a running API', () => {
  it('[ID11] [CL1] says where it is and how its clinic begins, and ends with 0 when it is asked to stop', async () => {
    const api = startProcess(env)
    expect(await api.begun).toEqual({
      type: 'ready',
      console: `http://localhost:${env.PORT}`,
      portal: `http://localhost:${env.PORTAL_PORT}`,
      demo: null,
      setup: { link: expect.stringMatching(`^http://localhost:${env.PORT}/set-up#[\\w-]{43}$`) },
    })
    expect(api.output()).not.toContain('/set-up#')
    expect(api.said[0]?.type).toBe('progress')
    for (const port of [env.PORT, env.PORTAL_PORT]) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`)
      expect(await answer.json()).toMatchObject({ status: 'ready' })
    }
    api.child.kill('SIGTERM')
    expect(await api.code).toBe(0)
  })

  it('[ID11] ends when whoever started it is gone', async () => {
    const api = startProcess(env)
    await api.begun
    api.child.disconnect()
    expect(await api.code).toBe(0)
  })
})
