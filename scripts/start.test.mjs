import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { reach } from './house/ports.mjs'
import { isAlive, until } from './house/processes.mjs'
import { messages } from './messages.mjs'
import { runningPostmaster } from './postgres/pid-file.mjs'
import { aCheckout, runScript } from './testing/checkout.mjs'

/** @type {ReturnType<typeof aCheckout>} */
let checkout
const inData = (/** @type {string[]} */ ...parts) => path.join(checkout.folder, '.data', ...parts)
const start = (/** @type {Record<string, string>} */ env = {}) =>
  runScript(checkout.folder, 'start.mjs', { env })
/** What the first house said. @type {string[]} */
const told = []
const apiPid = () => JSON.parse(readFileSync(inData('start.lock'), 'utf8')).api.pid

before(() => {
  checkout = aCheckout()
})
after(() => checkout.remove())

describe('npm start', () => {
  it('[HO1] [HO16] [HO17] builds, starts PostgreSQL, says where and as whom, and frees everything when asked to stop', async () => {
    const house = await start()
    await house.saysSoon(messages.howToStop())
    for (const words of ['Building', 'Starting PostgreSQL', 'Migrating', 'ada@example.org', 'a-password']) {
      assert.match(house.said.out, new RegExp(words))
    }
    assert.ok(house.said.out.includes(`http://localhost:${house.ports.PORTAL_PORT}`))
    assert.ok(!house.said.out.includes(messages.setUpHeading()))
    told.push(house.said.out, house.said.err)
    const postgres = runningPostmaster(inData('postgres'))?.pid ?? 0
    const api = apiPid()
    house.child.kill('SIGINT')
    assert.equal(await house.exit, 0)
    assert.deepEqual([isAlive(postgres), isAlive(api)], [false, false])
    assert.equal(await reach('127.0.0.1', Number(house.ports.PORT), 500), 'ECONNREFUSED')
    assert.equal(existsSync(inData('start.lock')), false)
  })

  it('[HO16] [CL1] prints the one-time link where there is no clinic yet, and nobody to sign in as', async () => {
    const house = await start({ ACCORD_DEMO: '0' })
    await house.saysSoon(messages.howToStop())
    assert.ok(house.said.out.includes(messages.setUpHeading()))
    assert.ok(house.said.out.includes(`http://localhost:${house.ports.PORT}/set-up#a-token`))
    assert.doesNotMatch(house.said.out, /a-password/)
    house.child.kill('SIGTERM')
    assert.equal(await house.exit, 0)
  })

  it('[HO3] [HO11] keeps the database password where this user alone reads it, and says it in no log', () => {
    const password = readFileSync(inData('secrets', 'postgres-password'), 'utf8').trim()
    const logs = readdirSync(inData('logs')).map((name) => readFileSync(inData('logs', name), 'utf8'))
    assert.ok(password.length > 20 && logs.length >= 2)
    for (const text of [...logs, ...told]) assert.ok(!text.includes(password))
    assert.equal(statSync(inData('secrets', 'postgres-password')).mode & 0o777, 0o600)
    assert.equal(statSync(inData('secrets')).mode & 0o777, 0o700)
  })

  it('[HO14] builds nothing the second time, and waits for what the server is still answering', async () => {
    const house = await start({ TEST_DRAIN: '300' })
    await house.saysSoon(messages.howToStop())
    assert.doesNotMatch(house.said.out, /Building/)
    house.child.kill('SIGTERM')
    assert.equal(await house.exit, 0)
    assert.match(readFileSync(inData('logs', 'api.log'), 'utf8'), /drained/)
  })

  it('[HO7] [HO10] [HO15] after a kill -9 takes over the PostgreSQL and stops the server left behind', async () => {
    const killed = await start({ TEST_OUTLIVES: '1' })
    await killed.saysSoon(messages.howToStop())
    const [postgres, api] = [runningPostmaster(inData('postgres'))?.pid ?? 0, apiPid()]
    killed.child.kill('SIGKILL')
    await killed.exit
    assert.deepEqual([isAlive(postgres), isAlive(api)], [true, true])
    const next = await start(killed.ports)
    await next.saysSoon(messages.howToStop())
    assert.match(next.said.out, /Took over the PostgreSQL/)
    assert.equal(isAlive(api), false)
    assert.equal(runningPostmaster(inData('postgres'))?.pid, postgres)
    next.child.kill('SIGTERM')
    assert.equal(await next.exit, 0)
    assert.equal(isAlive(postgres), false)
  })

  it('[HO6] [HO18] [HO19] one house a data directory: a second start and a reset are refused, the address is told', async () => {
    const house = await start()
    await house.saysSoon(messages.howToStop())
    const second = await start()
    assert.equal(await second.exit, 1)
    assert.match(second.said.err, /^Accord is already running on .* \(process \d+\): .*\.\n$/)
    const reset = await runScript(checkout.folder, 'demo-reset.mjs')
    assert.equal(await reset.exit, 1)
    const address = await runScript(checkout.folder, 'db-url.mjs')
    assert.equal(await address.exit, 0)
    assert.match(address.said.out, /^postgresql:\/\/postgres:\S+@127\.0\.0\.1:\d+\/accord\n$/)
    house.child.kill('SIGTERM')
    await house.exit
  })

  it('[HO2] [HO12] a taken port is one sentence that names the port and the variable', async () => {
    const other = net.createServer().listen(0)
    const port = String(/** @type {net.AddressInfo} */ (other.address()).port)
    const house = await start({ PORTAL_PORT: port })
    assert.equal(await house.exit, 1)
    assert.equal(house.said.err, `${messages.portTaken(Number(port), 'PORTAL_PORT', Number(port) + 100)}\n`)
    other.close()
  })

  it('[HO2] passes on the one sentence with which the server fails, and leaves nothing running', async () => {
    const house = await start({ TEST_FAILS: 'The migration cannot go on.' })
    assert.equal(await house.exit, 1)
    assert.equal(house.said.err, 'The migration cannot go on.\n')
    assert.equal(runningPostmaster(inData('postgres')), null)
  })

  it('[HO1] a server that dies takes the house down with one sentence', async () => {
    const house = await start()
    await house.saysSoon(messages.howToStop())
    process.kill(apiPid(), 'SIGKILL')
    assert.equal(await house.exit, 1)
    assert.match(house.said.err, /^The server ended unexpectedly/)
  })

  it('[HO17] can be stopped while it is still starting', async () => {
    const house = await start()
    await house.saysSoon(messages.startingPostgres())
    house.child.kill('SIGINT')
    assert.equal(await house.exit, 0)
    assert.ok(await until(() => runningPostmaster(inData('postgres')) === null, 2_000))
  })

  it('[HO5] [HO19] works on the data directory that ACCORD_DATA_DIR names, and resets that one', async () => {
    const env = { ACCORD_DATA_DIR: 'elsewhere' }
    const house = await start(env)
    await house.saysSoon(messages.howToStop())
    house.child.kill('SIGTERM')
    await house.exit
    const cluster = path.join(checkout.folder, 'elsewhere', 'postgres')
    assert.ok(existsSync(cluster))
    const refused = await runScript(checkout.folder, 'demo-reset.mjs', { env: { ...env, ACCORD_DEMO: '0' } })
    assert.equal(await refused.exit, 1)
    assert.ok(existsSync(cluster))
    const reset = await runScript(checkout.folder, 'demo-reset.mjs', { env })
    assert.equal(await reset.exit, 0)
    assert.equal(existsSync(cluster), false)
    const address = await runScript(checkout.folder, 'db-url.mjs', { env })
    assert.equal(await address.exit, 1)
    assert.equal(address.said.err, `${messages.embeddedNotRunning()}\n`)
  })
})
