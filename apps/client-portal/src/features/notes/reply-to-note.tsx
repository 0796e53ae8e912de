import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_REPLY, type ReleasedNote } from '@accord/domain/rest/note'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { failureOf } from '../../lib/request.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { releasedNoteQuery } from './api/released-note.js'
import { replyToNote } from './api/reply-to-note.js'

/** Says beside a note how it was: what is signed stays, and whoever reads the one reads the other. (TO10) */
export function ReplyToNote({ note }: { readonly note: ReleasedNote }) {
  const t = usePortalMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="pt-note-reply">
      <p className="ac-muted">{t('notes.wrong')}</p>
      <Button block size="large" onPress={() => setOpen(true)}>
        {t('notes.reply')}
      </Button>
      {isOpen && <ReplySheet note={note} onClose={() => setOpen(false)} />}
    </div>
  )
}

interface ReplySheetProps {
  readonly note: ReleasedNote
  readonly onClose: () => void
}

function ReplySheet({ note: { note, replies }, onClose }: ReplySheetProps) {
  const t = usePortalMessages()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { queryKey } = releasedNoteQuery(note)
  const saying = useMutation({
    mutationFn: (said: string) => replyToNote(note, { number: replies.length + 1, words: said }),
    onSuccess: (changed) => {
      queries.setQueryData(queryKey, changed)
      toasts.add({ kind: 'done', words: t('notes.reply.done') })
      onClose()
    },
    // Somebody else said something meanwhile: it is read first, and the words stay.
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  const failure = saying.error && failureOf(saying.error)
  const hasMoved = failure?.kind === 'refused' && failure.code === 'words-changed'
  const press = () => {
    const said = cleanText(words).trim()
    setMissing(said === '')
    if (said !== '') saying.mutate(said)
  }
  const trouble = hasMoved ? t('notes.reply.moved') : saying.isError ? t('notes.reply.failed') : undefined
  return (
    <Sheet title={t('notes.reply')} isOpen onClose={onClose}>
      <div className="pt-take">
        <p>{t('notes.reply.what')}</p>
        <TextField
          label={t('notes.reply.label')}
          description={t('notes.reply.readers')}
          lines={4}
          maxLength={LONGEST_REPLY}
          value={words}
          onChange={(next) => {
            setWords(next.replaceAll('\u0085', '\n'))
            setMissing(false)
          }}
          error={isMissing ? t('requests.missing') : trouble}
          autoFocus
        />
        <Button kind="primary" block size="large" isPending={saying.isPending} onPress={press}>
          {t('notes.reply.do')}
        </Button>
      </div>
    </Sheet>
  )
}
