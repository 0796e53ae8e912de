import type { TakenCase } from '@accord/domain/rest/takeout'
import { message } from '../../messages/message.js'
import { frameOf, frameResources } from './frame.js'
import { meetingResources } from './of-meetings.js'
import { planResources } from './of-plan.js'
import { trustResources } from './of-trust.js'
import { idOf, instant, type Resource } from './resource.js'

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
  return {
    ...{ resourceType: 'Bundle', id: idOf('copy', taken.caseId, taken.madeAt), type: 'collection' },
    timestamp: instant(taken.madeAt),
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  }
}
