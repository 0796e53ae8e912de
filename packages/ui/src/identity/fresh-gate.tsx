import { type ComponentType, Suspense, useEffect, useState } from 'react'
import type { Ways } from '@accord/domain/rest/factors'
import type { Asking } from './asking.js'
import type { FreshDialogProps } from './fresh-dialog.js'
import { offerProver } from './fresh.js'

interface Question {
  readonly by: Ways['proveBy']
  readonly answer: (isProved: boolean) => void
}

interface FreshGateProps {
  readonly asking: Asking
  /** The question; an app fetches it when it is asked. */
  readonly Dialog: ComponentType<FreshDialogProps>
}

/** Stands once in an app, behind the sign-in: puts the question on screen when a request needs it answered. (ID33) */
export function FreshGate({ asking, Dialog }: FreshGateProps) {
  const [question, setQuestion] = useState<Question | null>(null)
  useEffect(
    () =>
      offerProver(async () => {
        const { proveBy } = await asking.get<Ways>('/api/me/ways')
        return new Promise<boolean>((answer) => setQuestion({ by: proveBy, answer }))
      }),
    [asking],
  )
  if (question === null) return null
  const close = (isProved: boolean) => {
    question.answer(isProved)
    setQuestion(null)
  }
  return (
    <Suspense>
      <Dialog asking={asking} by={question.by} onClose={close} />
    </Suspense>
  )
}
