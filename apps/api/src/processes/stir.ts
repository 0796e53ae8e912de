import type { CaseId, ClinicId, LogId, PersonId } from '@accord/domain/ids'
import { id } from '@accord/domain/sync/shapes'
import { z } from 'zod/mini'

/** What stands otherwise than it did, by ids alone: a pack, what gets in somebody's way, what a shared log asks of people. (PU1) */
export type Stir =
  | { readonly of: 'ending'; readonly clinic: ClinicId; readonly caseId: CaseId }
  | {
      readonly of: 'barriers'
      readonly clinic: ClinicId
      readonly caseId: CaseId
      /** Whose they are. */
      readonly client: PersonId
    }
  | { readonly of: 'attention'; readonly clinic: ClinicId; readonly log: LogId }

const place = { clinic: id<ClinicId>(), caseId: id<CaseId>() }

export const stirSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('ending'), ...place }),
  z.strictObject({ of: z.literal('barriers'), ...place, client: id<PersonId>() }),
  z.strictObject({ of: z.literal('attention'), clinic: place.clinic, log: id<LogId>() }),
])

/** Stirs of one key say the same. */
export function keyOfStir(stir: Stir): string {
  switch (stir.of) {
    case 'ending':
      return `ending ${stir.caseId}`
    case 'barriers':
      return `barriers ${stir.caseId} ${stir.client}`
    case 'attention':
      return `attention ${stir.log}`
  }
}
