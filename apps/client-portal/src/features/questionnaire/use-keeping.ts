import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { AnswerKeeper } from '@accord/ui/pending-store/kept-answers'
import { answerKeeper, keptAnswersQuery } from '../../lib/kept-answers.js'
import { useSelf } from '../../lib/self-context.js'

interface Hold {
  readonly keeper: AnswerKeeper
  readonly release: (() => void) | null
}

/** Keeps what is not sent yet on this device while a form is filled in, or forgets it when that is null. (OF12) */
export function useKeeping(form: string) {
  const { id: person } = useSelf().person
  const client = useQueryClient()
  const [isKept, setIsKept] = useState(false)
  const before = useRef<Promise<Hold | null>>(Promise.resolve(null))
  useEffect(() => {
    before.current = take()
    async function take(): Promise<Hold | null> {
      const keeper = await answerKeeper(person)
      return keeper && { keeper, release: await keeper.hold(form) }
    }
    return () => {
      // What still waits is for whatever page comes next to send.
      void before.current.then(async (hold) => {
        hold?.release?.()
        await client.invalidateQueries({ queryKey: keptAnswersQuery(person).queryKey })
      })
    }
  }, [person, form, client])
  const keep = useCallback(
    async (unsent: Omit<UnsentAnswers, 'form'> | null) => {
      before.current = before.current.then(async (hold) => {
        setIsKept(hold !== null && (await write(hold.keeper, form, unsent)))
        return hold
      })
      await before.current
    },
    [form],
  )
  return { keep, isKept }
}

/** False where there is no room. */
async function write(
  keeper: AnswerKeeper,
  form: string,
  unsent: Omit<UnsentAnswers, 'form'> | null,
): Promise<boolean> {
  try {
    await (unsent === null ? keeper.forget(form) : keeper.keep({ form, ...unsent }))
    return unsent !== null
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}
