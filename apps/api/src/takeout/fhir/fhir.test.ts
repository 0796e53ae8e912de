import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createRequire } from 'node:module'
import { theVerifier } from '../../../test/bundle.js'
import { aTakenHouse, type TakenHouse } from '../../../test/taken-house.js'
import type { Resource } from './resource.js'

interface Found {
  readonly severity?: string
  readonly location?: string
  readonly message?: string
}
interface Validator {
  validate(resource: unknown, options: { errorOnUnexpected: boolean }): { valid: boolean; messages: Found[] }
}
const { Fhir } = createRequire(import.meta.url)('fhir') as { Fhir: new () => Validator }
const standard = new Fhir()

/** What R4's own definitions have against a resource. */
const against = (resource: unknown) =>
  standard
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `${location ?? ''} ${message ?? ''}`)

let on: TakenHouse
let bundle: Resource & {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[]
}
const ofType = (type: string) =>
  bundle.entry.map(({ resource }) => resource).filter((one) => one.resourceType === type)

beforeAll(async () => {
  on = await aTakenHouse()
  const files = (await theVerifier()).unzip((await on.take('client')).bytes)
  bundle = JSON.parse(String(files.get('case-1/fhir.json'))) as typeof bundle
}, 40_000)
afterAll(() => on.api.stop())

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
