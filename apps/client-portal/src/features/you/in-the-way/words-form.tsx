import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SubmitEvent, useState } from 'react'
import type { CaseId } from '@accord/domain/ids'
import type { BarriersOfClient } from '@accord/domain/rest/barriers'
import { Button } from '@accord/ui/controls/button'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { ReadersDiscs } from '@accord/ui/private/readers-discs'
import { ReadersField } from '@accord/ui/private/readers-field'
import { WordingHints } from '@accord/ui/wording/lazy'
import { failureOf, isSignedOut } from '../../../lib/request.js'
import { noteSignInEnded } from '../../../lib/self.js'
import { useSelf } from '../../../lib/self-context.js'
import { toasts } from '../../../lib/toasts.js'
import { forgetTyped, keepTyped, typedWords } from '../../../lib/typed-words.js'
import { barriersQuery } from '../../../lib/barriers.js'
import { useReadersSentence } from '../comfort/readers-sentence.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

interface WordsFormProps {
  readonly caseId: CaseId
  readonly of: BarriersOfClient
  /** Names what was typed, so that it outlives a failure. */
  readonly form: string
  readonly label: string
  readonly hint: string
  readonly longest: number
  /** Stands above the box. */
  readonly children?: ReactNode
  /** Whether all that stands above was said. */
  readonly isReady: boolean
  readonly onTry: () => void
  readonly onSave: (words: string) => Promise<void>
  readonly onSaved: () => void
}

/** One box with its readers at the edge. What it took is never changed; what failed is never lost. (BA2, BA3) */
export function WordsForm(props: WordsFormProps) {
  const { caseId, of, form, label, hint, longest, children, isReady, onTry, onSave, onSaved } = props
  const t = usePortalMessages()
  const client = useQueryClient()
  const { person } = useSelf()
  const readers = useReadersSentence(of)
  const [typed, setTyped] = useState(() => typedWords(person.id, form)?.words ?? '')
  const [isAsked, setAsked] = useState(false)
  const words = typed.trim()
  const { queryKey } = barriersQuery(caseId)
  const saving = useMutation({
    mutationFn: () => onSave(words),
    onSuccess: async () => {
      forgetTyped(form)
      toasts.add({ kind: 'done', words: t('inTheWay.saved', { readers: readers.others }) })
      await client.invalidateQueries({ queryKey })
      onSaved()
    },
    onError: (failure) => {
      if (isSignedOut(failure)) noteSignInEnded(client)
      // What was added meanwhile is fetched, so that the next save is upon it.
      if (failureOf(failure)?.kind === 'refused') void client.invalidateQueries({ queryKey })
    },
  })
  const write = (next: string) => {
    setTyped(next)
    keepTyped(person.id, form, { words: next })
  }
  const trouble = () => {
    if (words.length > longest) return t('inTheWay.tooLong', { count: words.length, longest })
    return isAsked && words === '' ? t('inTheWay.missing') : undefined
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    onTry()
    if (isReady && words !== '' && words.length <= longest && !saving.isPending) saving.mutate()
  }
  return (
    <form className="pt-barrier-form" onSubmit={send} noValidate>
      {children}
      <ReadersField
        label={label}
        description={hint}
        value={typed}
        onChange={write}
        error={trouble()}
        sentence={readers.sentence}
        discs={<ReadersDiscs readers={readers.people} />}
      />
      <WordingHints text={typed} textId={form} onText={write} />
      {saving.error !== null && (
        <p role="alert" className="ac-field-error">
          <AlertIcon size={16} />
          <Trouble error={saving.error} />
        </p>
      )}
      <Button kind="primary" size="large" block type="submit">
        {saving.isPending ? t('inTheWay.saving') : t('inTheWay.save')}
      </Button>
      <p className="ac-muted ac-small">{t('inTheWay.stays')}</p>
    </form>
  )
}

function Trouble({ error }: { readonly error: Error }) {
  const t = usePortalMessages()
  const failure = failureOf(error)
  if (failure?.kind === 'unreachable') return t('inTheWay.unreachable')
  if (failure?.code === 'case-closed') return t('inTheWay.closedMeanwhile')
  return failure?.code === 'words-changed' ? t('inTheWay.meanwhile') : t('inTheWay.ours')
}
