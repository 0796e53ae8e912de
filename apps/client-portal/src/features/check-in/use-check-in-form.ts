import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ASPECTS,
  isUnanswered,
  NO_RATINGS,
  type Aspect,
  type ShownTo,
} from '@accord/domain/alliance/check-in'
import type { CheckInBody, OwnCheckIn } from '@accord/domain/rest/alliance'
import { askedCheckInsQuery } from '../../lib/check-ins.js'
import { failureOf, isSignedOut } from '../../lib/request.js'
import { useSelf } from '../../lib/self-context.js'
import { noteSignInEnded } from '../../lib/self.js'
import { forgetTyped, keepTyped, typedWords } from '../../lib/typed-words.js'
import { checkInQuery, sendCheckIn } from './api/check-in.js'

/** As long as it is not sent, kept as text under the names of the questions. */
type Typed = Readonly<Record<Aspect | 'words', string>>

/** What somebody answers, until it is sent. Nothing of it is lost when that fails. (CI1, CI2) */
export function useCheckInForm(of: OwnCheckIn, onSent: (body: CheckInBody) => void) {
  const { person } = useSelf()
  const { session } = of.session
  const form = `check-in ${session}`
  const [typed, setTyped] = useState<Typed>(() => ({ ...saidBefore(of), ...typedWords(person.id, form) }))
  const [shownTo, setShownTo] = useState<ShownTo>(of.mine?.shownTo ?? 'after-talk')
  const { mutate, error, isPending } = useSending(session, (body) => {
    forgetTyped(form)
    onSent(body)
  })
  const write = (field: Aspect | 'words', value: string) => {
    const next = { ...typed, [field]: value }
    setTyped(next)
    keepTyped(person.id, form, next)
  }
  const answers = answersOf(typed)
  const after = of.mine?.version ?? 0
  return {
    answers,
    words: typed.words,
    answer: (aspect: Aspect, value: number | null) => write(aspect, value === null ? '' : `${value}`),
    writeWords: (words: string) => write('words', words),
    shownTo,
    setShownTo,
    isEmpty: isUnanswered(answers),
    send: () => mutate({ after, shownTo, answers }),
    skip: () => mutate({ after, shownTo: 'now', answers: null }),
    isSending: isPending,
    error,
  }
}

function useSending(session: string, onSent: (body: CheckInBody) => void) {
  const client = useQueryClient()
  const query = checkInQuery(session).queryKey
  return useMutation({
    mutationFn: (body: CheckInBody) => sendCheckIn(session, body),
    onSuccess: (saved, body) => {
      client.setQueryData<OwnCheckIn>(query, saved)
      void client.invalidateQueries({ queryKey: askedCheckInsQuery.queryKey })
      onSent(body)
    },
    onError: (failure) => {
      if (isSignedOut(failure)) noteSignInEnded(client)
      if (failureOf(failure)?.kind === 'refused') void client.invalidateQueries({ queryKey: query })
    },
  })
}

function saidBefore({ mine }: OwnCheckIn): Typed {
  const { ratings = NO_RATINGS, words = null } = mine?.answers ?? {}
  const text = (aspect: Aspect) => (ratings[aspect] === null ? '' : `${ratings[aspect]}`)
  return { ...eachAspect(text), words: words ?? '' }
}

function answersOf(typed: Typed) {
  const ratings = eachAspect((aspect) => (typed[aspect] === '' ? null : Number(typed[aspect])))
  return { ratings, words: typed.words.trim() === '' ? null : typed.words.trim() }
}

function eachAspect<Value>(make: (aspect: Aspect) => Value): Record<Aspect, Value> {
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, make(aspect)])) as Record<Aspect, Value>
}
