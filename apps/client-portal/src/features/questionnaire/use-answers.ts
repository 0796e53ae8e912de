import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { GivenAnswers } from '@accord/domain/measure/asked'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import {
  askedQuestionnairesQuery,
  questionnaireQuery,
  readQuestionnaire,
  sendAnswers,
} from '../../lib/questionnaires.js'
import { useSelf } from '../../lib/self-context.js'
import { forgetTyped, keepTyped, typedWords } from '../../lib/typed-words.js'
import { createSaver, type AnswerSaver, type Saving } from './answer-saver.js'

type Finished = 'completed' | 'stopped'

/** What somebody answers, saved as they go; another page and back again loses nothing. (ME5) */
export function useAnswers(of: OwnQuestionnaire, onDone: (status: Finished, answers: GivenAnswers) => void) {
  const { person } = useSelf()
  const form = `questionnaire ${of.request}`
  const [answers, setAnswers] = useState<GivenAnswers>(() => ({
    ...of.answers,
    ...read(typedWords(person.id, form)),
  }))
  const [saving, setSaving] = useState<Saving>('saved')
  const saver = useSaver(of, setSaving)
  const finishing = useFinishing(of, async (wanted) => {
    await saver.current?.finish(wanted === 'stopped' ? {} : answers, wanted)
    forgetTyped(form)
    onDone(wanted, answers)
  })
  const answer = (linkId: string, value: number | null) => {
    const next = { ...answers, [linkId]: value }
    setAnswers(next)
    keepTyped(person.id, form, write(next))
    saver.current?.save(next)
  }
  return {
    ...{ answers, answer, saving },
    ...{ finish: finishing.mutate, isSending: finishing.isPending, error: finishing.error },
  }
}

function useSaver({ request, version, status }: OwnQuestionnaire, onChange: (saving: Saving) => void) {
  const saver = useRef<AnswerSaver | null>(null)
  useEffect(() => {
    const made = createSaver({
      version,
      isOpen: status === null || status === 'in-progress' || status === 'stopped',
      send: (body) => sendAnswers(request, body),
      read: () => readQuestionnaire(request),
      onChange,
    })
    saver.current = made
    return () => made.stop()
  }, [request, version, status, onChange])
  return saver
}

/** Sends it as a whole; whatever shows it asks for it anew. */
function useFinishing({ request }: OwnQuestionnaire, finish: (status: Finished) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: finish,
    onSuccess: async () => {
      client.removeQueries({ queryKey: questionnaireQuery(request).queryKey })
      await client.invalidateQueries({ queryKey: askedQuestionnairesQuery.queryKey })
    },
  })
}

function write(answers: GivenAnswers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, value === null ? '' : `${value}`]),
  )
}

function read(typed: Readonly<Record<string, string>> | null): GivenAnswers {
  const all = Object.entries(typed ?? {})
  return Object.fromEntries(all.map(([id, value]) => [id, value === '' ? null : Number(value)]))
}
