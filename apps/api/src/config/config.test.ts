import { describe, expect, it } from '@jest/globals'
import { readConfig } from './config.js'

const DATABASE_URL = 'postgresql://owner:hush@db.example:5433/accord?sslmode=verify-full'
const read = (env: Readonly<Record<string, string>> = {}) => readConfig({ DATABASE_URL, ...env })

describe('the configuration', () => {
  it('[AC6] gives each app this machine’s own names as its origins', () => {
    const { ports, origins, host, demo } = read()
    expect({ ports, origins, host, demo }).toEqual({
      ports: { console: 4000, portal: 4001 },
      origins: {
        console: ['http://localhost:4000', 'http://127.0.0.1:4000'],
        portal: ['http://localhost:4001', 'http://127.0.0.1:4001'],
      },
      host: '127.0.0.1',
      demo: true,
    })
  })

  it('[AC6] takes the origins it is given, exactly', () => {
    const { origins } = read({
      CONSOLE_ORIGIN: 'https://a.example, https://b.example',
      PORTAL_ORIGIN: 'https://c.example',
    })
    expect(origins).toEqual({
      console: ['https://a.example', 'https://b.example'],
      portal: ['https://c.example'],
    })
  })

  it('[HI15] keeps checkpoints and their key where it is told, and counts a relative path from the checkout', () => {
    expect(read().checkpoints).toMatchObject({ file: null, keyFile: null, intervalMs: 60_000 })
    const told = { ACCORD_CHECKPOINTS: '/mnt/other/c.jsonl', ACCORD_CHECKPOINT_KEY: 'away/sign.key' }
    const { file, keyFile } = read({ ...told, ACCORD_CHECKPOINT_SECONDS: '5' }).checkpoints
    expect([file, keyFile?.endsWith('/away/sign.key')]).toEqual(['/mnt/other/c.jsonl', true])
  })

  it('[LP11] raises the bounds of one address and one person where the house wants that', () => {
    const standard = read().live
    expect(read({ ACCORD_SOCKETS_PER_ADDRESS: '500' }).live).toEqual({ ...standard, socketsPerAddress: 500 })
    const { operationsPerSecond, operationBurst } = read({
      ACCORD_OPERATIONS_PER_SECOND: '40',
      ACCORD_OPERATION_BURST: '90',
    }).live
    expect([operationsPerSecond, operationBurst]).toEqual([40, 90])
  })

  it('[MP4] [MP11] speaks to no Redis and shows no figures unless it is told to, and then on this machine alone', () => {
    expect([read().redisUrl, read().watch]).toEqual([null, null])
    const told = read({ REDIS_URL: 'rediss://a:hush@redis.example:6380/1', ACCORD_WATCH_PORT: '9464' })
    expect(told.redisUrl).toBe('rediss://a:hush@redis.example:6380/1')
    expect(told.watch).toEqual({ host: '127.0.0.1', port: 9464 })
  })

  it('[ID24] [ID33] no environment turns off what staff have to prove', () => {
    const { limits } = read()
    expect([limits.staffNeedFactor, limits.freshMs]).toEqual([true, 300_000])
    const names = ['STAFF_NEED_FACTOR', 'SECOND_FACTOR', 'MFA', 'FRESH_MS', 'DEMO', 'PRIVATE_NETWORK', 'TEST']
    for (const NODE_ENV of ['development', 'test', 'production'])
      for (const said of ['0', '1'])
        expect(
          read({ NODE_ENV, ...Object.fromEntries(names.map((name) => [`ACCORD_${name}`, said])) }).limits,
        ).toEqual(limits)
  })

  it('[ID6] has no demo where it is turned off', () => {
    expect(read({ ACCORD_DEMO: '0' }).demo).toBe(false)
  })

  it.each([
    [{ DATABASE_URL: '' }, 'DATABASE_URL is not set'],
    [{ DATABASE_URL: 'hush' }, 'DATABASE_URL cannot be read'],
    [{ DATABASE_URL: 'mysql://a:hush@db.example/c' }, 'DATABASE_URL cannot be read'],
    [{ PORT: 'x' }, 'PORT is "x", which is not a port'],
    [{ PORTAL_PORT: '70000' }, 'PORTAL_PORT is "70000", which is not a port'],
    [{ PORT: '4400', PORTAL_PORT: '4400' }, 'PORT and PORTAL_PORT are both 4400'],
    [
      { CONSOLE_ORIGIN: 'console.example.org' },
      'CONSOLE_ORIGIN is "console.example.org", which is not an origin',
    ],
    [{ PORTAL_ORIGIN: 'https://portal.example.org/' }, 'PORTAL_ORIGIN is "https://portal.example.org/"'],
    [
      { CONSOLE_ORIGIN: 'https://a.example', PORTAL_ORIGIN: 'https://a.example' },
      'both name https://a.example',
    ],
    [{ REDIS_URL: 'http://a:hush@redis.example' }, 'REDIS_URL cannot be read'],
    [{ ACCORD_WATCH_PORT: '0' }, 'ACCORD_WATCH_PORT is "0", which is not a port'],
    [{ ACCORD_TRUSTED_PROXIES: '-1' }, 'ACCORD_TRUSTED_PROXIES is "-1"'],
    [{ ACCORD_SOCKETS_PER_ADDRESS: '0' }, 'ACCORD_SOCKETS_PER_ADDRESS is "0"'],
    [{ ACCORD_OPERATION_BURST: 'x' }, 'ACCORD_OPERATION_BURST is "x"'],
    [{ ACCORD_CHECKPOINT_SECONDS: '0' }, 'ACCORD_CHECKPOINT_SECONDS is "0"'],
  ])('[ID11] says in one sentence what is wrong with %j', (env, words) => {
    expect(() => read(env)).toThrow(words)
    expect(() => read(env)).not.toThrow('hush')
  })
})
