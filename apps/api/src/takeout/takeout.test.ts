import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fhir from 'fhir'
import type { ClientConsents } from '@accord/domain/rest/consent'
import { TAKEOUT_FORMAT, type TakenCase, type TakenMoment } from '@accord/domain/rest/takeout'
import { theVerifier } from '../../test/bundle.js'
import { secondOpinion } from '../../test/r4/second-opinion.js'
import { readPdf } from '../../test/review/pdf.js'
import { aTakenHouse, type TakenHouse } from '../../test/taken-house.js'
import { DeathService } from '../people/death.service.js'
import type { Resource } from './fhir/resource.js'

const standard = new fhir.Fhir()

/** What R4's own definitions have against a resource. */
const against = (resource: object) =>
  standard
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => ['error', 'fatal'].includes(String(severity)))
    .map(({ location, message }) => `${location ?? ''} ${message ?? ''}`)

let on: TakenHouse
let files: Map<string, Buffer>
let bundle: Resource & {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}
const ofType = (type: string) =>
  bundle.entry.map(({ resource }) => resource).filter((one) => one.resourceType === type)

const unpacked = async (who: 'client' | 'partner' | 'guardian') => {
  const { status, bytes, headers } = await on.take(who)
  expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
  return (await theVerifier()).unzip(bytes)
}
const record = (from = files) => JSON.parse(String(from.get('case-1/record.json'))) as TakenCase
const told = (from = files) => JSON.parse(String(from.get('case-1/history.json'))) as TakenMoment[]
const missing = (text: string, words = on.theirs) =>
  [...words].flatMap(([box, word]) => (text.includes(word) ? [] : [box]))
const found = (text: string, words = on.notTheirs) =>
  [...words].flatMap(([box, word]) => (text.includes(word) ? [box] : []))
/** Every file in words: of a PDF what its reader sees, of attachments what they hold. */
const readable = async (from: Map<string, Buffer>) => {
  const texts = [...from].map(async ([name, bytes]) => {
    const text = name.endsWith('.pdf') ? (await readPdf(bytes)).text : String(bytes)
    const held = [...text.matchAll(/"data": "([A-Za-z0-9+/=]+)"/g)].map(([, data = '']) =>
      String(Buffer.from(data, 'base64')),
    )
    return [name, [text, ...held].join('\n')] as const
  })
  return new Map(await Promise.all(texts))
}

beforeAll(async () => {
  on = await aTakenHouse()
  files = await unpacked('client')
  bundle = JSON.parse(String(files.get('case-1/fhir.json'))) as typeof bundle
}, 40_000)
afterAll(() => on.api.stop())

describe('what a client takes away', () => {
  it('[TO2] [TO6] holds every word that they may read, in JSON', () => {
    expect(
      missing(`${String(files.get('case-1/record.json'))}${String(files.get('case-1/history.json'))}`),
    ).toEqual([])
    expect(record()).toMatchObject({ format: TAKEOUT_FORMAT, you: { relation: 'client' }, notYours: [] })
    expect(record().questionnaires).toMatchObject([{ said: { status: 'completed', score: { total: 7 } } }])
    const moments = told()
    expect(new Set(moments.map(({ log }) => log))).toEqual(new Set(['shared', 'between-us', 'draft']))
    expect(moments.some(({ said }) => said.includes(on.theirs.get('comment') ?? ''))).toBe(true)
  })

  it('[TO7] holds every word in tables and on paper', async () => {
    const texts = await readable(files)
    const tables = [...texts].filter(([name]) => name.endsWith('.csv')).map(([, text]) => text)
    expect(missing(tables.join('\n'))).toEqual([])
    expect(missing((texts.get('case-1/record.pdf') ?? '').replaceAll(/\s/g, ''))).toEqual([])
    expect(String(files.get('case-1/tables/goals.csv'))).toMatch(/^goal,statement,why,/)
  })

  it('[TO2] [TO3] [PN5] holds no word that they may not read, in any file', async () => {
    for (const [name, text] of await readable(files)) expect([name, found(text)]).toEqual([name, []])
    expect(files.size).toBeGreaterThan(20)
  })

  it('[TO3] names the notes that are kept back, says that one may ask why, and nothing of what they say', () => {
    expect(record().notesKeptBack).toHaveLength(2)
    const table = String(files.get('case-1/tables/notes-kept-back.csv'))
    expect(table).toContain('You may ask your practice why')
    expect(table).toContain('not shown to you yet')
  })

  it('[TO2] has the exact words of every consent that was answered', () => {
    const { consents, consentTexts } = record()
    const hashes = consents.flatMap(({ ledger }: ClientConsents) => ledger.map(({ text }) => text.hash))
    expect(consentTexts.map(({ hash }) => hash)).toEqual([...new Set(hashes)])
    expect(consentTexts[0]?.words).not.toBe('')
  })

  it('[TO5] says in plain words what lies where', () => {
    const readme = String(files.get('README.txt'))
    expect(readme).toContain('case-1')
    expect(readme).toContain('Notes that are shown to you: 1, that are not: 2.')
    expect(readme).not.toMatch(/\{\w+\}/)
  })
})

describe('whoever else takes theirs', () => {
  it('[TO2] a partner finds the shared work and their own, and nothing of the other’s own', async () => {
    const texts = [...(await readable(await unpacked('partner'))).values()].join('\n')
    const own = [...on.notTheirs].filter(([box]) => box.includes('partner') && !box.includes('’s draft'))
    expect(own.length).toBeGreaterThan(3)
    expect(missing(texts, new Map(own))).toEqual([])
    const ofTheOther = [...on.theirs].filter(([box]) => /^(client |own draft|check-in)/.test(box))
    expect(ofTheOther.length).toBeGreaterThan(3)
    expect(found(texts, new Map(ofTheOther))).toEqual([])
    expect(texts).toContain(on.theirs.get('statement'))
  })

  it('[TO2] [CF2] a guardian finds nothing that is kept from them, and is told which parts', async () => {
    const taken = await unpacked('guardian')
    const texts = [...(await readable(taken)).values()].join('\n')
    const kept = ['kept between them', 'own draft', 'check-in', 'client barrier', 'released note']
    expect(found(texts, new Map(kept.map((box) => [box, on.theirs.get(box) ?? 'none'])))).toEqual([])
    expect(found(texts)).toEqual(expect.not.arrayContaining(['note draft', 'reflection', 'withheld note']))
    expect(record(taken).notYours).toContain('barriers')
  })

  it('[TO1] nobody takes anything at the console, nor without being signed in', async () => {
    expect((await on.take('practitioner')).status).toBe(403)
    expect((await on.api.ask('portal', '/api/me/takeout', { body: {} })).status).toBe(401)
    expect((await on.take('client', { timeZone: 'Nowhere/At all', paper: 'A4' })).status).toBe(400)
    expect((await on.take('client', { timeZone: 'UTC' })).status).toBe(400)
  })
})

describe('a record in the language that health records share', () => {
  it('[TO8] holds by R4’s own definitions, resource by resource and as a whole', () => {
    expect(against({ resourceType: 'Goal', id: 'g', lifecycleStatus: 'achieved' })).not.toEqual([])
    for (const { resource } of bundle.entry) {
      const { resourceType } = resource
      expect([resourceType, against(resource)]).toEqual([resourceType, []])
    }
    expect(against(bundle)).toEqual([])
    expect(bundle.type).toBe('collection')
  })

  it('[TO8] holds by a second reader’s count, with R4’s rules between elements, for whoever takes it', async () => {
    const opinion = secondOpinion()
    const goal = { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'x' } }
    const subject = { reference: 'urn:uuid:0', type: 'Patient' }
    expect(opinion({ ...goal, subject })).toEqual([])
    for (const wrong of [
      { ...goal, subject, target: [{ detailString: 'no measure' }] },
      { ...goal, subject: { ...subject, type: 'Encounter' } },
      { ...goal, subject, colour: 'x' },
      goal,
    ])
      expect(opinion(wrong)).not.toEqual([])
    for (const who of ['client', 'partner', 'guardian'] as const) {
      const taken = JSON.parse(String((await unpacked(who)).get('case-1/fhir.json'))) as typeof bundle
      const said = [taken, ...taken.entry.map(({ resource }) => resource)].flatMap(opinion)
      expect([who, said]).toEqual([who, []])
    }
  })

  it('[TO8] tells each part of the record in its own resource', () => {
    const types = [...new Set(bundle.entry.map(({ resource }) => resource.resourceType))].sort()
    expect(types).toEqual([
      ...['AuditEvent', 'CarePlan', 'Communication', 'Composition', 'Consent', 'DocumentReference'],
      ...['Encounter', 'EpisodeOfCare', 'Goal', 'Observation', 'Organization', 'Patient', 'Practitioner'],
      ...['Provenance', 'QuestionnaireResponse', 'RelatedPerson'],
    ])
  })

  it('[TO8] keeps the rules between elements that definitions alone do not show', () => {
    for (const goal of ofType('Goal')) {
      // gol-1: a detail needs its measure.
      for (const target of (goal.target ?? []) as { measure?: unknown }[])
        expect(target.measure).toBeDefined()
    }
    for (const consent of ofType('Consent')) expect(consent).toMatchObject({ policyRule: {}, patient: {} })
    const urls = bundle.entry.map(({ fullUrl }) => fullUrl)
    expect(new Set(urls).size).toBe(urls.length)
    const named = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url)
    expect(named.filter((url) => !urls.includes(url ?? ''))).toEqual([])
  })

  it('[TO8] says of a goal who agrees, and of a total what it measures', () => {
    const goal = ofType('Goal').find(({ description }) =>
      JSON.stringify(description).includes(on.theirs.get('statement') ?? 'none'),
    )
    expect(JSON.stringify(goal?.extension)).toContain('"valueCode":"disagree"')
    expect(goal).toMatchObject({ target: [{ measure: { coding: [{ code: '107332-9' }] } }] })
    const totals = ofType('Observation').filter((one) => 'valueQuantity' in one)
    expect(totals).toMatchObject([{ code: { coding: [{ code: '70274-6' }] }, valueQuantity: { value: 7 } }])
  })
})

describe('before it leaves the house', () => {
  const written = (): Promise<{ person: string; relation: string }[]> =>
    on.api.owner.query(
      `SELECT person_id AS person, relation FROM access_event WHERE what = 'exported' ORDER BY at`,
    )

  it('[TO1] it is written down as a look and as an export, and does not leave where that cannot be', async () => {
    const before = (await written()).length
    await on.take('client')
    expect((await written()).slice(before)).toEqual([{ person: on.house.client, relation: 'client' }])
    const acts: { action: string }[] = await on.api.owner.query(
      `SELECT action FROM audit_event WHERE action = 'takeout.make' AND outcome = 'done' AND person_id = $1`,
      [on.house.client],
    )
    expect(acts.length).toBeGreaterThan(0)
    await on.api.owner.query('REVOKE INSERT ON access_event FROM accord_app')
    try {
      const { status, bytes } = await on.take('client')
      expect([status >= 500, bytes.subarray(0, 2).toString()]).toEqual([true, '{"'])
    } finally {
      await on.api.owner.query('GRANT INSERT ON access_event TO accord_app')
    }
  })

  it('[CL25] a guardian’s has the day on which a client died, in the file for other systems too', async () => {
    const { clinic, client, practitioner } = on.house
    const partner = record().people.find((one) => one.relation === 'client' && one.person !== client)?.person
    if (!partner) throw new Error('there is no partner')
    const by = { clinic, person: practitioner, audience: 'console', roles: ['practitioner'] } as const
    const noted = await on.api.app
      .get(DeathService, { strict: false })
      .note(by, partner, { over: 0, day: '2026-01-02', reason: null })
    expect(noted).toBeNull()
    const taken = await unpacked('guardian')
    expect(record(taken).deaths).toEqual([{ person: partner, day: '2026-01-02' }])
    const { entry } = JSON.parse(String(taken.get('case-1/fhir.json'))) as typeof bundle
    const patients = entry.map(({ resource }) => resource).filter((one) => 'deceasedDateTime' in one)
    expect(patients).toMatchObject([{ resourceType: 'Patient', id: partner, deceasedDateTime: '2026-01-02' }])
    for (const { resource } of entry) expect(against(resource)).toEqual([])
  })

  it('[TO1] [ID33] it asks anew who holds the device', async () => {
    ;(on.api.config.limits as { freshMs: number }).freshMs = 5 * 60_000
    on.api.clock.advance(6 * 60_000)
    const { status, json } = await on.take('client')
    expect([status, json]).toEqual([403, expect.objectContaining({ code: 'fresh-factor-needed' })])
  })
})
