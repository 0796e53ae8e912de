import type { Actor } from '@accord/domain/access/subject'
import { latestAnswers, type ConsentEntry } from '@accord/domain/consent/ledger'
import type { PersonId } from '@accord/domain/ids'
import { refuse, type Refusal } from '@accord/domain/refusal'
import type { ConsentBody, ConsentText } from '@accord/domain/rest/consent'
import type { GoalId } from '@accord/domain/ids'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { LockedCase } from '../case-file/case-file.repository.js'
import { newUuid } from '../history/new-uuid.js'
import { ConsentEffects } from './consent-effects.js'
import { ConsentSeal } from './consent-seal.js'
import { ConsentTextRepository } from './consent-text.repository.js'
import { addAnswer, ledgerOf } from './consent.repository.js'

/** Who answers for whom, in a case that nobody else changes meanwhile, and when, in ms. */
export interface Answering {
  readonly actor: Actor
  readonly found: LockedCase
  readonly client: PersonId
  readonly at: number
}

type Answer = ConsentBody['said'][number]
type Stamped = Answering & { readonly ledger: readonly ConsentEntry[]; readonly text: ConsentText }

/** Writes answers into the ledger and has them followed. (CO2, CO3) */
@Injectable()
export class ConsentBook {
  constructor(
    private readonly seal: ConsentSeal,
    private readonly effects: ConsentEffects,
  ) {}

  async write(manager: EntityManager, answering: Answering, body: ConsentBody): Promise<Refusal | null> {
    const { actor, found } = answering
    const texts = await ConsentTextRepository.present(manager, actor.clinic)
    const before = await ledgerOf(manager, found.caseId)
    const after: ConsentEntry[] = [...before]
    for (const answer of body.said) {
      const text = texts.find(({ purpose }) => purpose === answer.purpose)
      if (text?.hash !== answer.text) return refuse('words-changed')
      if (!isComplete(body, answer, text)) return refuse('malformed')
      const entry = entryOf(answer, { ...answering, ledger: after, text })
      if (!entry) return refuse('not-found')
      await ConsentTextRepository.keepOwn(manager, actor.clinic, text)
      const name = entry.answer === 'given' ? body.name : null
      const sealed = this.seal.sign(found.plan, entry.consent, { name, recipient: recipientIn(answer) })
      const place = { clinic: actor.clinic, caseId: found.caseId }
      await addAnswer(manager, place, entry, sealed, after.length + 1)
      after.push(entry)
    }
    await this.effects.follow(manager, actor.clinic, found, { before, after, at: answering.at })
    return null
  }
}

/** A yes has a name; the limits have every point acknowledged, and nothing in them to say no to. (CO3) */
function isComplete(body: ConsentBody, answer: Answer, { points }: ConsentText): boolean {
  if (answer.answer === 'yes' && body.name === null) return false
  if (answer.purpose === 'limits') return answer.answer === 'yes' && body.acknowledged === points.length
  return true
}

/** Null where it names somebody whom the ledger does not know. */
function entryOf(answer: Answer, { client, actor, at, ledger, text }: Stamped): ConsentEntry | null {
  const consent = newUuid(at)
  const recipient = answer.purpose === 'disclosure' ? recipientOf(answer, client, consent, ledger) : null
  if (answer.purpose === 'disclosure' && recipient === null) return null
  const scoped =
    answer.purpose === 'disclosure'
      ? { scope: answer.scope, goal: answer.goal as GoalId | null, expiresAt: answer.expiresAt }
      : { scope: 'whole-plan' as const, goal: null, expiresAt: null }
  const matter = { client, purpose: answer.purpose, recipient }
  return {
    ...{ consent, ...matter, ...scoped, signedBy: actor.person, at },
    answer: answer.answer === 'yes' ? 'given' : wasGiven(ledger, matter) ? 'withdrawn' : 'refused',
    text: { version: text.version, hash: text.hash },
  }
}

type Matter = Pick<ConsentEntry, 'client' | 'purpose' | 'recipient'>

/** Whether a no takes a yes back. (CO4) */
function wasGiven(ledger: readonly ConsentEntry[], { client, purpose, recipient }: Matter): boolean {
  return latestAnswers(ledger).some(
    (entry) =>
      entry.client === client &&
      entry.purpose === purpose &&
      entry.recipient === recipient &&
      entry.answer === 'given',
  )
}

function recipientOf(
  { recipient }: Extract<Answer, { purpose: 'disclosure' }>,
  client: PersonId,
  consent: string,
  ledger: readonly ConsentEntry[],
): string | null {
  if ('name' in recipient) return consent
  const known = ledger.some((entry) => entry.client === client && entry.recipient === recipient.id)
  return known ? recipient.id : null
}

function recipientIn(answer: Answer): string | null {
  return answer.purpose === 'disclosure' && 'name' in answer.recipient ? answer.recipient.name : null
}
