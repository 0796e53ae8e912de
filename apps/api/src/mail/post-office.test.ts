import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startMailServer } from '../../test/mail-server.js'
import { PostOffice } from './post-office.js'

let server: Awaited<ReturnType<typeof startMailServer>>
let office: PostOffice

beforeAll(async () => {
  server = await startMailServer()
  office = new PostOffice(server.settings)
})
afterAll(async () => {
  office.close()
  await server.stop()
})

describe('a letter on its way', () => {
  it.each([
    ['a clinic’s name', { from: 'A clinic\r\nBcc: thief@evil.example\r\nX-Planted: yes' }],
    ['an address', { to: 'client@example.org\r\nBcc: thief@evil.example\r\nX-Planted: yes' }],
    ['two addresses in one', { to: 'client@example.org, thief@evil.example' }],
    ['a subject', { subject: 'Hello\r\nBcc: thief@evil.example\nX-Planted: yes\r\n\r\nbody' }],
    ['its words', { text: 'Dear\r\n.\r\nRCPT TO:<thief@evil.example>\r\nDATA\r\nX-Planted: yes\r\n.\r\n' }],
  ])('[ID12] goes to one person and says what it says, whatever %s holds', async (_what, planted) => {
    const before = [server.taken.length, server.recipients.length]
    const parcel = { from: 'A clinic', to: 'client@example.org', subject: 'Hello', text: 'Dear client' }
    await office.deliver({ ...parcel, ...planted })
    const [taken, told] = [server.taken.slice(before[0]), server.recipients.slice(before[1])]
    // Sent whole to one person, or not at all.
    expect(taken.length).toBeLessThanOrEqual(1)
    expect(told.length).toBeLessThanOrEqual(1)
    expect(told.filter((line) => /^RCPT TO:<thief/i.test(line))).toEqual([])
    const heads = (taken[0] ?? '').split('\r\n\r\n')[0]?.split('\r\n') ?? []
    expect(heads.filter((line) => /^(bcc|x-planted):/i.test(line))).toEqual([])
  })

  it('[ID12] of ordinary words is taken, once, with those words', async () => {
    const before = server.taken.length
    const parcel = { from: 'A clinic', to: 'client@example.org', subject: 'Hello', text: 'Dear client' }
    expect(await office.deliver(parcel)).toBe('taken')
    const [taken] = server.taken.slice(before)
    expect(taken).toContain('From: A clinic <practice@example.org>')
    expect(taken).toContain('To: client@example.org')
    expect(taken).toContain('Dear client')
  })
})
