import type { AnswerKind } from '@accord/domain/agreement/answer'
import type { Goal } from '@accord/domain/goal/goal'
import { wordingHash } from '@accord/domain/goal/wording'
import type { AgreementBlock } from '@accord/ui/agreement/agreement-block'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useRoom } from '../room/room-context.js'

interface Answering {
  readonly answer: (kind: AnswerKind, reason: string | null) => void
  /** Why agreeing has to wait just now. */
  readonly blocked: AgreementBlock | undefined
}

/** How the viewer answers to a goal's words: with the hash of what is on screen, and the seq it was read at. (AG6) */
export function useAnswer(goal: Goal): Answering {
  const { live, view, people, viewer } = useRoom()
  const format = useFormat()
  const typing = view.typing
    .filter((one) => one.goal === goal.id && one.field === 'statement' && one.person !== viewer)
    .map(({ person }) => givenName(personOf(people, person)?.name ?? ''))
  const answer = (kind: AnswerKind, reason: string | null) => {
    const wording = wordingHash(goal.id, goal.statement.text)
    live.command({
      name: 'agreement.answer',
      goal: goal.id,
      answer: kind,
      wording,
      readAt: view.seq,
      reason,
    })
  }
  if (!view.isOnline) return { answer, blocked: { kind: 'offline' } }
  if (typing.length === 0) return { answer, blocked: undefined }
  return { answer, blocked: { kind: 'typing', name: format.list([...new Set(typing)]) } }
}
