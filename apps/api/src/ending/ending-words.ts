import { EMPTY_ENDING, enactEnding, type EndingDraft, type KeptAct } from '@accord/domain/ending/draft'
import type { ClosedPack } from '@accord/domain/ending/text'
import type { Addendum } from '@accord/domain/rest/ending'
import type { LogKey } from '../history/key-store.js'
import { openEnding } from './ending-seal.js'
import type { StoredEnding } from './ending.repository.js'

/** A closed pack as it is sealed: what it holds, and the hash of its exact text. (EN7) */
export interface SealedPack {
  readonly pack: ClosedPack
  readonly hash: string
}

/** The pack as it is after all of its acts. (EN8) */
export function draftOf({ ending, acts }: StoredEnding, key: LogKey): EndingDraft {
  return acts.reduce((draft, { number: seq, by, at, content }) => {
    const act = openEnding(content, { what: 'act', ending, number: seq }, key) as KeptAct
    return enactEnding(draft, { seq, by, at, act })
  }, EMPTY_ENDING)
}

export function packOf({ ending, pack }: StoredEnding, key: LogKey): SealedPack | null {
  if (!pack) return null
  return openEnding(pack.content, { what: 'pack', ending, number: pack.number }, key) as SealedPack
}

export function addendaOf({ ending, addenda }: StoredEnding, key: LogKey): readonly Addendum[] {
  return addenda.map(({ number, by, at, content }) => {
    const words = openEnding(content, { what: 'addendum', ending, number }, key) as string
    return { number, by, at, words }
  })
}
