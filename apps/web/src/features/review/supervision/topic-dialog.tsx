import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { ErrorIcon } from '@accord/ui/icons/error-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { addToAgenda, agendaKey, type PairIds } from '../../../lib/supervision.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

interface TopicDialogProps {
  readonly pair: PairIds
  readonly other: string
  readonly onClose: () => void
}

/** Adds a topic to the agenda, in a sentence. (SQ7) */
export function TopicDialog({ pair, other, onClose }: TopicDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const form = useId()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const adding = useMutation({
    mutationFn: (topic: string) => addToAgenda(pair, { about: { kind: 'topic' }, words: topic }),
    onSuccess: (agenda) => {
      queries.setQueryData(agendaKey(pair), agenda)
      onClose()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (words.trim() !== '') adding.mutate(words.trim())
  }
  return (
    <Dialog
      title={t('agenda.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} isPending={adding.isPending}>
            {t('agenda.add.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label={t('agenda.add.words')}
          description={t('agenda.seen', { name: other })}
          lines={3}
          value={words}
          onChange={setWords}
          maxLength={1000}
          error={isAsked && words.trim() === '' ? t('agenda.add.missing') : undefined}
          autoFocus
        />
      </form>
      {adding.error !== null && (
        <p className="ac-field-error" role="alert">
          <ErrorIcon size={16} />
          <span>{t('save.server')}</span>
        </p>
      )}
    </Dialog>
  )
}
