import type { PersonId } from '@accord/domain/ids'

/** Why something is erased: who asked, by which request, under which rule. Ids and codes, never words. */
export interface ErasureReason {
  readonly by: PersonId | null
  readonly request: string | null
  readonly rule: string | null
}
