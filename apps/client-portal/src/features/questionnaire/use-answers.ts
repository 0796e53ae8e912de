import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answersInWords } from '@accord/domain/measure/answers-in-words'
import type { GivenAnswers } from '@accord/domain/measure/asked'
import type { UnsentAnswers } from '@accord/domain/measure/unsent-answers'
import type { OwnQuestionnaire } from '@accord/domain/rest/measures'
import { failureOf } from '../../lib/request.js'
import {
  askedQuestionnairesQuery,
  questionnaireQuery,
  readQuestionnaire,
  sendAnswers,
} from '../../lib/questionnaires.js'
import { typedForm } from '../../lib/kept-answers.js'
import { useSelf } from '../../lib/self-context.js'
import { whyRefused, type WhyRefused } from '../../lib/why-refused.js'
import { forgetTyped, keepTyped, typedWords } from '../../lib/typed-words.js'
import { AGAIN_AFTER, createSaver, type AnswerSaver, type Saving } from './answer-saver.js'
import { useKeeping } from './use-keeping.js'

type Finished = 'completed' | 'stopped'

/** What somebody answers, saved as they go; another page and back again loses nothing. (ME5) */
export function useAnswers(of: OwnQuestionnaire, onDone: (status: Finished, answers: GivenAnswers) => void) {
  const { person } = useSelf()
  const form = typedForm(of.request)
  const [answers, setAnswers] = useState<GivenAnswers>(() => ({
    ...of.answers,
    ...read(typedWords(person.id, form)),
  }))
  const [saving, setSaving] = useState<Saving>('saved')
  const latest = useRef(answers)
  const [stored, setStored] = useState<GivenAnswers>(of.answers)
  const [why, setWhy] = useState<WhyRefused | null>(null)
  const onChange = useCallback((now: Saving, refusedFor: WhyRefused | null = null) => {
    setSaving(now)
    setWhy(refusedFor)
    if (now === 'saved') setStored(latest.current)
  }, [])
  const { keep, isKept } = useKeepingInWords(of)
  const saver = useSaver(of, keep, onChange)
  const { finish, isSending, error, stay } = useFinishing(of, async (wanted) => {
    await saver.current?.finish(wanted === 'stopped' ? {} : answers, wanted)
    forgetTyped(form)
    onDone(wanted, answers)
  })
  const answer = (linkId: string, value: number | null) => {
    const next = { ...answers, [linkId]: value }
    stay()
    setAnswers(next)
    latest.current = next
    keepTyped(person.id, form, write(next))
    saver.current?.save(next)
  }
  const refused = whyRefused(error) ?? why
  return { answers, answer, saving, stored, isKept, finish, isSending, error, refused }
}

type Answered = Pick<ReturnType<typeof useAnswers>, 'answers' | 'stored'>

/** True when the practice has every answer that somebody is told of, whatever else still waits. (SA5) */
export function areWith({ alerts }: OwnQuestionnaire, { answers, stored }: Answered): boolean {
  return alerts.every(({ item }) => (answers[item] ?? null) === (stored[item] ?? null))
}

/** With the words that their writer would read, should nobody take them. (OF13) */
function useKeepingInWords({ request, title, questions }: OwnQuestionnaire) {
  const { keep: keepWhole, isKept } = useKeeping(request)
  const keep = useCallback(
    (unsent: Omit<UnsentAnswers, 'form' | 'words'> | null) =>
      keepWhole(unsent && { ...unsent, words: answersInWords({ title, questions }, unsent.answers) }),
    [keepWhole, title, questions],
  )
  return { keep, isKept }
}

function useSaver(
  { request, version, status }: OwnQuestionnaire,
  keep: ReturnType<typeof useKeepingInWords>['keep'],
  onChange: (saving: Saving, why?: WhyRefused | null) => void,
) {
  const saver = useRef<AnswerSaver | null>(null)
  useEffect(() => {
    const made = createSaver({
      version,
      isOpen: status === null || status === 'in-progress' || status === 'stopped',
      send: (body) => sendAnswers(request, body),
      read: () => readQuestionnaire(request),
      keep,
      onChange,
    })
    saver.current = made
    return () => made.stop()
  }, [request, version, status, keep, onChange])
  return saver
}

/** Sends it as a whole, as soon as there is a network; whatever shows it asks for it anew. */
function useFinishing({ request }: OwnQuestionnaire, send: (status: Finished) => Promise<void>) {
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<{ error: Error; again: Finished | null } | null>(null)
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      setTrouble(null)
      client.removeQueries({ queryKey: questionnaireQuery(request).queryKey })
      await client.invalidateQueries({ queryKey: askedQuestionnairesQuery.queryKey })
    },
    onError: (error, wanted) =>
      setTrouble({ error, again: failureOf(error)?.kind === 'unreachable' ? wanted : null }),
  })
  const again = trouble?.again ?? null
  useEffect(() => {
    if (again === null || isPending) return undefined
    const timer = setTimeout(() => mutate(again), AGAIN_AFTER)
    return () => clearTimeout(timer)
  }, [again, isPending, mutate])
  const finish = (wanted: Finished) => {
    setTrouble(null)
    mutate(wanted)
  }
  return {
    ...{ finish, error: trouble?.error ?? null, isSending: isPending && again === null },
    /** Something else is answered first: it is not sent by itself any more. */
    stay: () => setTrouble(null),
  }
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
