import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  COMFORT_FIELDS,
  comfortTrouble,
  type ComfortField,
  type ComfortTrouble,
  type ComfortWords,
} from '@accord/domain/case/comfort'
import type { ComfortProfiles } from '@accord/domain/rest/comfort'
import { failureOf, isSignedOut } from '../../../lib/request.js'
import { useSelf } from '../../../lib/self-context.js'
import { noteSignInEnded } from '../../../lib/self.js'
import { forgetTyped, keepTyped, typedWords } from '../../../lib/typed-words.js'
import { comfortQuery, saveComfort } from '../api/comfort.js'
import type { Comfort } from '../use-comforts.js'

type Typed = Readonly<Record<ComfortField, string>>
type Troubles = Partial<Record<ComfortField, ComfortTrouble>>

/** What somebody types of one profile, until it is saved. Nothing of it is lost when that fails. (CL19) */
export function useComfortForm({ caseId, profile }: Comfort, onSaved: () => void) {
  const client = useQueryClient()
  const { person } = useSelf()
  const form = `comfort ${caseId} ${profile.client}`
  const [kept] = useState(() => typedWords(person.id, form))
  const [typed, setTyped] = useState<Typed>(() =>
    kept === null ? typedOf(profile.words) : eachField((field) => kept[field] ?? ''),
  )
  const isChanged = COMFORT_FIELDS.some((field) => typed[field].trim() !== (profile.words[field] ?? ''))
  const query = comfortQuery(caseId).queryKey
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => saveComfort(caseId, profile.client, { after: profile.version, words: wordsOf(typed) }),
    onSuccess: (saved) => {
      forgetTyped(form)
      client.setQueryData<ComfortProfiles>(query, (before) => before && withSaved(before, saved))
      setTyped(typedOf(saved.words))
      onSaved()
    },
    onError: (failure) => {
      if (isSignedOut(failure)) noteSignInEnded(client)
      // Their version is fetched, so that the next save is upon it.
      if (failureOf(failure)?.kind === 'refused') void client.invalidateQueries({ queryKey: query })
    },
  })
  useLeavingWarning(isChanged)
  const write = (field: ComfortField, words: string) => {
    const next = { ...typed, [field]: words }
    setTyped(next)
    keepTyped(person.id, form, next)
  }
  return {
    typed,
    write,
    isChanged,
    isKept: kept !== null,
    troubles: troublesOf(typed),
    save: () => mutate(),
    isSaving: isPending,
    error,
  }
}

function typedOf(words: ComfortWords): Typed {
  return eachField((field) => words[field] ?? '')
}

function wordsOf(typed: Typed): ComfortWords {
  return eachField((field) => (typed[field].trim() === '' ? null : typed[field].trim()))
}

function troublesOf(typed: Typed): Troubles {
  const found = COMFORT_FIELDS.map((field) => [field, comfortTrouble(typed[field])] as const)
  return Object.fromEntries(found.filter(([, trouble]) => trouble !== null))
}

function eachField<Value>(make: (field: ComfortField) => Value): Record<ComfortField, Value> {
  return Object.fromEntries(COMFORT_FIELDS.map((field) => [field, make(field)])) as Record<
    ComfortField,
    Value
  >
}

function withSaved(answer: ComfortProfiles, saved: ComfortProfiles['profiles'][number]): ComfortProfiles {
  return { ...answer, profiles: answer.profiles.map((one) => (one.client === saved.client ? saved : one)) }
}

/** Closing the tab would lose what only its memory holds, so the browser asks first. */
function useLeavingWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
