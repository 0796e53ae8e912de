import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AskBody, LookConcern, RecordLook } from '@accord/domain/rest/looks'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { EyeIcon } from '@accord/ui/icons/eye-icon'
import { lookSentence } from '@accord/ui/looks/look-sentence'
import { SayAboutLook } from '@accord/ui/looks/say-about-look'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ATTENTION_KEY } from '../../lib/attention.js'
import { postJson } from '../../lib/http.js'
import { refusalCode } from '../../lib/request-failure.js'
import { toasts } from '../../lib/toasts.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** A client asks why this person looked at their record; it waits until it is answered. (AC11) */
export function AskedLook({ concern }: { readonly concern: LookConcern }) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const format = useFormat()
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { look, isNew } = concern
  const { question } = look
  if (question === null) return null
  const { name, text } = question
  return (
    <li className="web-concern" data-kind="question">
      <span className="web-concern-icon" aria-hidden="true">
        <EyeIcon size={20} />
      </span>
      <div className="web-concern-body">
        <p className="ac-strong">
          {t('look.asked', { name })}
          {isNew && <span className="web-new">{t('today.new')}</span>}
        </p>
        <p className="ac-muted ac-small">
          {t('look.asked.note', {
            sentence: lookSentence(ui, look),
            when: format.moment(new Date(look.at), now),
          })}
        </p>
        <p className="web-concern-words" dir="auto">
          {t('today.quote', { words: text })}
        </p>
      </div>
      <Button aria-label={t('look.answer.of', { name })} onPress={() => setOpen(true)}>
        {t('look.answer')}
      </Button>
      {isOpen && <AnswerDialog concern={concern} asker={name} onClose={() => setOpen(false)} />}
    </li>
  )
}

interface AnswerDialogProps {
  readonly concern: LookConcern
  readonly asker: string
  readonly onClose: () => void
}

function AnswerDialog({ concern: { caseId, look }, asker, onClose }: AnswerDialogProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const answering = useMutation({
    mutationFn: (body: AskBody) =>
      postJson<RecordLook>(`/api/cases/${caseId}/looks/${look.look}/answer`, body),
    onSuccess: async () => {
      toasts.add({ kind: 'done', words: t('look.answered', { name: asker }) })
      onClose()
      await queries.invalidateQueries({ queryKey: ATTENTION_KEY })
    },
  })
  const isSaid = refusalCode(answering.error) === 'already-exists'
  return (
    <Dialog title={t('look.answer.title', { name: asker })} isOpen onClose={onClose}>
      <SayAboutLook
        label={t('look.answer.label')}
        readers={t('look.answer.readers', { name: asker })}
        send={t('look.answer.send')}
        isSending={answering.isPending}
        trouble={answering.error === null ? null : isSaid ? 'already' : 'failed'}
        onSend={(text) => answering.mutate({ text })}
      />
    </Dialog>
  )
}
