import type { Actor } from '@accord/domain/access/subject'
import { EMERGENCY_PARTS, type EmergencyPart } from '@accord/domain/emergency/opening'
import type { CaseId, LogId, NoteId, PersonId } from '@accord/domain/ids'
import { goalsInOrder } from '@accord/domain/plan/plan'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type {
  EmergencyGoals,
  EmergencyNote,
  EmergencyRead,
  EmergencySafety,
} from '@accord/domain/rest/emergency'
import { Injectable } from '@nestjs/common'
import { AccessService } from '../access/access.service.js'
import type { Whence } from '../audit/audit-trail.js'
import type { LogKey } from '../history/key-store.js'
import { newUuid } from '../history/new-uuid.js'
import { unseal } from '../note/note-seal.js'
import type { SealedSignature } from '../note/note-views.js'
import { PlanReader } from '../plan/plan-reader.js'
import { openPlan } from '../safety/safety-seal.js'
import { EmergencyBook } from './emergency-book.js'
import { EmergencyService } from './emergency.service.js'

interface Stored {
  readonly case: CaseId
  readonly client: PersonId
}

interface StoredSafety extends Stored {
  readonly profile: {
    readonly phone: string | null
    readonly name: string | null
    readonly relation: string | null
    readonly number: string | null
  } | null
  readonly plan: { readonly version: number; readonly at: number; readonly content: string } | null
}

interface Added {
  readonly number: number
  readonly at: number
  readonly content: string
}

interface StoredNote extends Stored {
  readonly note: {
    readonly note: NoteId
    readonly author: PersonId
    readonly version: number
    readonly at: number
    readonly content: string
    readonly amendments: readonly Added[]
    readonly replies: readonly (Added & { readonly by: PersonId })[]
  } | null
}

interface StoredGoals extends Stored {
  readonly log: LogId
}

/** The parts that an opening names, for its opener, while it stands. (EM5, EM7) */
@Injectable()
export class EmergencyReading {
  constructor(
    private readonly emergencies: EmergencyService,
    private readonly book: EmergencyBook,
    private readonly access: AccessService,
    private readonly plans: PlanReader,
  ) {}

  /** Look and event are stored by the reading itself; if they can't be, nothing is shown. (EM7) */
  async read(actor: Actor, access: string, part: string, whence: Whence): Promise<EmergencyRead | Refusal> {
    const found = await this.emergencies.found(actor, 'emergency.read', access)
    if ('refused' in found) return found
    const wanted = EMERGENCY_PARTS.find((one) => one === part)
    const place = wanted && (await this.book.placeOf(actor.clinic, found.caseId))
    if (!wanted || !place) return refuse('not-found')
    const act = this.emergencies.actOf(actor, 'emergency.read', whence)
    const { clinic, person } = actor
    const asked = { access, clinic, person, part: wanted, look: newUuid(act.at), act }
    const stored = await this.book.openings.read(asked)
    return stored === null ? refuse('not-found') : this.opened(actor, wanted, stored, place.key)
  }

  private async opened(
    actor: Actor,
    part: EmergencyPart,
    stored: unknown,
    key: LogKey,
  ): Promise<EmergencyRead> {
    switch (part) {
      case 'safety':
        return safetyOf(stored as StoredSafety, key)
      case 'note':
        return this.noteOf(actor, stored as StoredNote, key)
      case 'goals':
        return this.goalsOf(actor, stored as StoredGoals)
    }
  }

  private async noteOf(actor: Actor, stored: StoredNote, key: LogKey): Promise<EmergencyNote> {
    if (stored.note === null) return { part: 'note', note: null }
    const { note, author, version: number, at: signedAt, content, amendments, replies } = stored.note
    const people = await this.access.peopleOfCase(actor.clinic, stored.case)
    const nameOf = (of: PersonId) => people.find(({ person }) => person === of)?.name ?? ''
    const opened = unseal(fromBase64(content), { what: 'signed', note, number }, key) as SealedSignature
    return {
      part: 'note',
      note: {
        author: nameOf(author),
        signedAt,
        content: opened.content,
        amendments: amendments.map((one) => {
          const place = { what: 'amendment', note, number: one.number } as const
          const { words } = unseal(fromBase64(one.content), place, key) as { readonly words: string }
          return { at: one.at, words }
        }),
        replies: replies.map((one) => {
          const place = { what: 'reply', note, number: one.number } as const
          const words = unseal(fromBase64(one.content), place, key) as string
          return { by: nameOf(one.by), at: one.at, words }
        }),
      },
    }
  }

  private async goalsOf({ clinic }: Actor, { log }: StoredGoals): Promise<EmergencyGoals> {
    const plan = await this.plans.read({ clinic, log })
    const goals = goalsInOrder(plan)
      .filter(({ lifecycle }) => lifecycle === 'proposed' || lifecycle === 'active')
      .map(({ id, name, statement, steps }) => ({
        id,
        name: name.text,
        statement: statement.text,
        steps: steps
          .filter(({ setAside }) => !setAside)
          .map(({ text, done }) => ({ text: text.text, isDone: done !== null })),
      }))
    return { part: 'goals', goals }
  }
}

function safetyOf({ case: caseId, client, profile, plan }: StoredSafety, key: LogKey): EmergencySafety {
  const { phone = null, name = null, relation = null, number = null } = profile ?? {}
  return {
    part: 'safety',
    phone,
    contact: name === null || number === null ? null : { name, relation: relation ?? '', phone: number },
    plan: plan && {
      at: plan.at,
      steps: openPlan(fromBase64(plan.content), { caseId, client, version: plan.version }, key),
    },
  }
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64')
}
