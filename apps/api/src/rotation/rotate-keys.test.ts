import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { LogId } from '@accord/domain/ids'
import { houseKey } from '../history/house-key.js'
import { logKeyFile, putInPlace } from '../history/key-files.js'
import { KeyDestroyed, KeyMissing, KeyStore } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { isRetired } from '../history/retired-keys.js'
import { wrapLogKey } from '../history/wrapped-key.js'
import {
  ensureWrappingKey,
  keyDirectory,
  logKeyDirectory,
  wrappingKeyFile,
  wrappingKeys,
} from '../history/wrapping-key.js'
import { isOwnChallenge, newChallenge } from '../passkey/challenge.js'
import { rotateKeys, type Rotated, type RotationStep } from './rotate-keys.js'

class Died extends Error {}

const LOGS = 4
let folder: string
let dataDir: string
/** A process that goes on working, whatever is rotated. */
let working: KeyStore
let keys: Map<LogId, Buffer>
let passwords: number

const aLog = () => newUuid(Date.now()) as LogId
const numbers = () => wrappingKeys(dataDir).map(({ number }) => number)

function make(store: KeyStore): LogId {
  const log = aLog()
  keys.set(log, store.create(log).key)
  return log
}

/** What a store without memory and the one that goes on working open, against what each key was. */
function mustAllOpen(): void {
  for (const store of [new KeyStore(dataDir), working]) {
    for (const [log, key] of keys) expect(store.open(log).key.equals(key)).toBe(true)
  }
}

async function rotate(at: (step: RotationStep, moved: number) => void = () => undefined): Promise<Rotated> {
  const changePassword = () => Promise.resolve(void (passwords += 1))
  return rotateKeys({ dataDir, now: Date.now(), changePassword, reached: at })
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-rotation-'))
  dataDir = path.join(folder, 'house')
  working = new KeyStore(dataDir)
  keys = new Map()
  passwords = 0
  for (let n = 0; n < LOGS; n++) make(working)
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a wrapping key that takes over', () => {
  it('[KR1] wraps every key, and the one before it is gone with everything that it wrapped', async () => {
    const before = ensureWrappingKey(dataDir)
    expect(await rotate()).toEqual({ number: 2, moved: LOGS, isResumed: false })
    mustAllOpen()
    expect([numbers(), passwords, isRetired(dataDir, before.key)]).toEqual([[2], 1, true])
    expect(readdirSync(keyDirectory(dataDir)).sort()).toEqual(['logs-2', 'retired.jsonl', 'wrapping-2.key'])
    expect(await rotate()).toMatchObject({ number: 3, moved: LOGS })
    mustAllOpen()
  })

  it('[KR6] leaves the house’s own key as it is: what a device was asked before is answered after', async () => {
    const asked = newChallenge(houseKey(dataDir), Date.now())
    expect(await rotate()).toMatchObject({ number: 2, moved: LOGS + 1 })
    expect(isOwnChallenge(houseKey(dataDir), asked, Date.now())).toBe(true)
  })

  it('[KR7] is noted with its number, when, and a fingerprint that opens nothing', async () => {
    const keys = [ensureWrappingKey(dataDir).key]
    await rotate()
    keys.push(ensureWrappingKey(dataDir).key)
    await rotate()
    const noted = readFileSync(path.join(keyDirectory(dataDir), 'retired.jsonl'), 'utf8')
    const lines = noted.split('\n').filter((line) => line !== '')
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object).sort())).toEqual(
      lines.map(() => ['at', 'fingerprint', 'number']),
    )
    expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2])
    for (const key of keys) {
      expect(isRetired(dataDir, key)).toBe(true)
      for (const written of ['hex', 'base64', 'base64url'] as const)
        expect(noted).not.toContain(key.toString(written))
    }
    expect(isRetired(dataDir, ensureWrappingKey(dataDir).key)).toBe(false)
  })

  it('[KR1] leaves a copy of the key directory from before with nothing that was made since', async () => {
    const copy = path.join(folder, 'copy')
    cpSync(dataDir, copy, { recursive: true })
    await rotate()
    const log = make(working)
    cpSync(logKeyFile(dataDir, 2, log), logKeyFile(copy, 1, log))
    cpSync(logKeyDirectory(dataDir, 2), path.join(keyDirectory(copy), 'logs-2'), { recursive: true })
    expect(() => new KeyStore(copy).open(log)).toThrow(KeyMissing)
  })

  it.each([
    ['made', 0],
    ['wrapped', 0],
    ['left', 1],
    ['wrapped', 2],
    ['left', LOGS],
    ['emptied', LOGS],
    ['changed', LOGS],
    ['noted', LOGS],
    ['shredded', LOGS],
  ] as const)(
    '[KR2] dies when it has %s %d: everything opens, new keys are made, and the next run finishes it',
    async (step, count) => {
      const dies = rotate((now, moved) => {
        if (now === step && moved === count) throw new Died()
      })
      await expect(dies).rejects.toThrow(Died)
      mustAllOpen()
      make(working)
      make(new KeyStore(dataDir))
      mustAllOpen()
      const isOver = step === 'shredded'
      expect(numbers()).toEqual(isOver ? [2] : [2, 1])
      expect(await rotate()).toMatchObject({ number: isOver ? 3 : 2, isResumed: !isOver })
      mustAllOpen()
      expect(numbers()).toEqual([isOver ? 3 : 2])
      expect(existsSync(logKeyDirectory(dataDir, 1))).toBe(false)
    },
  )

  it('[KR3] takes along a key that somebody makes under the old one at the last moment', async () => {
    const old = ensureWrappingKey(dataDir)
    const late = aLog()
    await rotate((step, moved) => {
      if (step !== 'left' || moved !== LOGS) return
      const key = Buffer.alloc(32, 3)
      keys.set(late, key)
      expect(putInPlace(logKeyFile(dataDir, 1, late), wrapLogKey(late, { version: 1, key }, old.key))).toBe(
        true,
      )
    })
    mustAllOpen()
    expect(putInPlace(logKeyFile(dataDir, 1, aLog()), Buffer.alloc(1))).toBe(false)
    expect(existsSync(logKeyDirectory(dataDir, 1))).toBe(false)
  })

  it('[KR4] is seen by a process that runs, for keys it never opened and for those it makes', async () => {
    const other = new KeyStore(dataDir)
    await rotate()
    await rotate()
    for (const [log, key] of keys) expect(other.open(log).key.equals(key)).toBe(true)
    const made = make(other)
    expect(existsSync(logKeyFile(dataDir, 3, made))).toBe(true)
  })

  it.each(['wrapped', 'left'] as const)(
    '[KR2] [BR8] leaves a log erased that is erased while it is %s',
    async (step) => {
      const [erased = aLog()] = keys.keys()
      let isDone = false
      await rotate((now, moved) => {
        const isIt = now === step && existsSync(logKeyFile(dataDir, 2, erased)) && moved <= LOGS
        if (isDone || !isIt) return
        isDone = true
        working.destroy(erased, Date.now())
      })
      expect(isDone).toBe(true)
      expect(() => new KeyStore(dataDir).open(erased)).toThrow(KeyDestroyed)
      expect(existsSync(logKeyFile(dataDir, 2, erased))).toBe(false)
    },
  )

  it('[KR10] stops at a key that cannot be opened, names it, and gives nothing up', async () => {
    const file = logKeyFile(dataDir, 1, aLog())
    writeFileSync(file, '{}')
    await expect(rotate()).rejects.toThrow(file)
    mustAllOpen()
    expect([numbers(), existsSync(file), passwords]).toEqual([[2, 1], true, 0])
    rmSync(file)
    expect(await rotate()).toMatchObject({ number: 2, isResumed: true })
    mustAllOpen()
  })

  it('[KR1] [HI5] a house whose wrapping key was lost makes no other one, which would open nothing', () => {
    rmSync(wrappingKeyFile(dataDir))
    expect(() => new KeyStore(dataDir)).toThrow('the wrapping key is missing')
    expect(numbers()).toEqual([])
  })
})
