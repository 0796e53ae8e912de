import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { issued, type Issued } from '../../test/self-signed.js'
import { readCertificate } from './certificate.js'

const ORIGINS = { console: ['https://console.example'], portal: ['https://console.example:8443'] }
const HERE = { console: ['https://localhost:4000'], portal: ['https://127.0.0.1:4001'] }
const NOW = Date.UTC(2026, 0, 2)

const root = { name: 'Root', ...issued({ name: 'Root', isAuthority: true }) }
const between = { name: 'Between', ...issued({ name: 'Between', by: root, isAuthority: true }) }
const leaf = issued({ name: 'console.example', by: between })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accord-certificate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Try {
  readonly key?: string
  readonly origins?: typeof ORIGINS
  readonly roots?: readonly string[]
  readonly mustBePublic?: boolean
}

/** What is said of a certificate with its chain; null when it is taken. */
function refusalOf(certificate: Issued, chain: readonly Issued[] = [], wanted: Try = {}): string | null {
  const { key = certificate.key, origins = ORIGINS, roots = [root.cert], mustBePublic = true } = wanted
  const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')]
  writeFileSync(certFile, [certificate, ...chain].map(({ cert }) => cert).join(''))
  writeFileSync(keyFile, key)
  try {
    readCertificate({ certFile, keyFile, mustBePublic, lookEveryMs: 1 }, { origins, now: NOW, roots })
    return null
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

describe('a certificate', () => {
  it('[HD15] is taken when it names the apps and its chain ends with an authority that browsers believe', () => {
    expect(refusalOf(leaf, [between])).toBeNull()
    expect(refusalOf(leaf, [between, root])).toBeNull()
    expect(refusalOf(issued({ name: 'console.example', by: root }))).toBeNull()
  })

  it('[HD15] is refused when nobody whom browsers believe vouches for it', () => {
    const refused = expect.stringContaining('No authority that browsers believe')
    expect(refusalOf(leaf)).toEqual(refused)
    expect(refusalOf(leaf, [between], { roots: [] })).toEqual(refused)
    expect(refusalOf(issued({ name: 'console.example' }))).toEqual(refused)
    // By its name it is the root's, by its signature somebody else's.
    const forger = { ...issued({ name: 'Root', isAuthority: true }), name: 'Root' }
    expect(refusalOf(issued({ name: 'console.example', by: forger }))).toEqual(refused)
    // Issued by somebody who has a certificate, and is no authority.
    const nobody = { ...issued({ name: 'shop.example', by: root }), name: 'shop.example' }
    expect(refusalOf(issued({ name: 'console.example', by: nobody }), [nobody])).toEqual(refused)
  })

  it('[HD15] of one’s own is enough on a private network and on this machine', () => {
    const own = issued({ name: 'console.example' })
    expect(refusalOf(own, [], { mustBePublic: false })).toBeNull()
    expect(refusalOf(own, [], { origins: HERE })).toBeNull()
  })

  it('[HD15] is refused when it is another’s, too old, or its key is another one’s', () => {
    const other = issued({ name: 'other.example', by: root })
    expect(refusalOf(other)).toContain('is not made for console.example')
    expect(refusalOf(other, [], { mustBePublic: false })).toContain('is not made for console.example')
    expect(refusalOf(issued({ name: 'console.example', by: root, until: '251231235959Z' }))).toContain(
      'today is not in between',
    )
    expect(refusalOf(leaf, [between], { key: between.key })).toContain('cannot be used')
  })

  it('[HD15] is refused in a sentence when its files hold something else', () => {
    expect(refusalOf({ cert: 'x', key: leaf.key })).toContain('holds no certificate')
    expect(refusalOf({ cert: leaf.cert.replace('MII', 'AAA'), key: leaf.key })).toContain(
      'holds no certificate',
    )
    expect(refusalOf(leaf, [], { key: 'x' })).toContain('cannot be used')
    const nowhere = path.join(folder, 'nowhere.pem')
    const settings = { certFile: nowhere, keyFile: nowhere, mustBePublic: true, lookEveryMs: 1 }
    expect(() => readCertificate(settings, { origins: HERE, now: NOW })).toThrow(`names ${nowhere}`)
  })
})
