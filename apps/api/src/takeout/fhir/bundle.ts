import type { TakenCase } from '@accord/domain/rest/takeout'
import { message } from '../../messages/message.js'
import { frameOf, frameResources } from './frame.js'
import { meetingResources } from './of-meetings.js'
import { planResources } from './of-plan.js'
import { trustResources } from './of-trust.js'
import { idOf, instant, urlOf, type Resource } from './resource.js'

/** A case in HL7 FHIR R4: a collection in which every reference leads to a resource of its own. (TO8) */
export function fhirBundle(taken: TakenCase): Resource {
  const frame = frameOf(taken)
  const resources = [
    ...frameResources(frame),
    ...planResources(frame, taken.plan, message('takeout.where.shared')),
    ...planResources(frame, taken.betweenUs, message('takeout.where.between-us')),
    ...planResources(frame, taken.drafts, message('takeout.where.draft')),
    ...meetingResources(frame),
    ...trustResources(frame),
  ]
  const types = new Map(resources.map(({ id, resourceType }) => [urlOf(id), resourceType]))
  return {
    ...{ resourceType: 'Bundle', id: idOf('copy', taken.caseId, taken.madeAt), type: 'collection' },
    timestamp: instant(taken.madeAt),
    entry: resources.map((resource) => ({
      fullUrl: urlOf(resource.id),
      resource: withTypes(resource, types),
    })),
  }
}

/** An id alone does not say what it is the id of: each reference says what it leads to. */
function withTypes<Part>(part: Part, types: ReadonlyMap<string, string>): Part {
  if (Array.isArray(part)) return part.map((one: unknown) => withTypes(one, types)) as Part
  if (typeof part !== 'object' || part === null) return part
  const all = Object.entries(part).map(([name, value]) => [name, withTypes<unknown>(value, types)] as const)
  const type = 'reference' in part ? types.get(String(part.reference)) : undefined
  return Object.fromEntries([...all, ...(type === undefined ? [] : [['type', type] as const])]) as Part
}
