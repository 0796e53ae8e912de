import { lazy, Suspense, useEffect, useState } from 'react'
import type { Ways } from '@accord/domain/rest/factors'
import type { Asking } from './asking.js'
import { offerProver } from './fresh.js'

const FreshDialog = lazy(async () => ({ default: (await import('./fresh-dialog.js')).FreshDialog }))

interface Question {
  readonly by: Ways['proveBy']
  readonly answer: (isProved: boolean) => void
}

/** Stands once in an app, behind the sign-in: puts the question on screen when a request needs it answered. (ID33) */
export function FreshGate({ asking }: { readonly asking: Asking }) {
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
      <FreshDialog asking={asking} by={question.by} onClose={close} />
    </Suspense>
  )
}
