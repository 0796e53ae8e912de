import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LONGEST_REQUEST_WORDS } from '@accord/domain/privacy/request'
import type { DeskRequest } from '@accord/domain/rest/requests'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { waitingRequestsQuery } from '../../../lib/waiting-requests.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { doAtTheDesk, requestsQuery, type DeskDeed } from '../api/requests.js'
import { SaveTrouble } from '../save-trouble.js'
import type { Asked } from './asked.js'
import { WhatBecomes } from './what-becomes.js'

interface DeedDialogProps {
  readonly request: DeskRequest
  readonly asked: Asked
  readonly onClose: () => void
}

/** An act with its words, and exactly what will be gone and what is kept, before it is done. (DR13, DR25) */
export function DeedDialog({ request, asked, onClose }: DeedDialogProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const doing = useMutation({
    mutationFn: doAtTheDesk,
    onSuccess: (desk) => {
      queries.setQueryData(requestsQuery.queryKey, desk)
      void queries.invalidateQueries({ queryKey: waitingRequestsQuery.queryKey })
      toasts.add({ kind: 'done', words: t('requests.done', { kind: asked.kind }) })
      onClose()
    },
  })
  const needsWords = asked.kind !== 'free'
  const isMissing = needsWords && words.trim() === ''
  const confirm = () => {
    setIsAsked(true)
    if (!isMissing && !doing.isPending) doing.mutate(deedOf(request, asked, cleanText(words)))
  }
  const isDanger = asked.kind === 'grant' && request.kind === 'erasure'
  const code = refusalCode(doing.error)
  return (
    <Dialog
      title={t('requests.ask', { kind: asked.kind, request: request.kind })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind={isDanger ? 'danger' : 'primary'} isPending={doing.isPending} onPress={confirm}>
            {t('requests.confirm', { kind: asked.kind, request: request.kind })}
          </Button>
          <Button onPress={onClose}>{t('desk.cancel')}</Button>
        </>
      }
    >
      {needsWords && (
        <TextField
          label={t('requests.say', { kind: asked.kind })}
          description={t('requests.readBy', {
            who: asked.kind === 'hold' ? 'desk' : 'other',
            name: request.person.name,
          })}
          lines={5}
          maxLength={LONGEST_REQUEST_WORDS}
          value={words}
          onChange={setWords}
          error={isAsked && isMissing ? t('requests.sayMissing') : undefined}
        />
      )}
      <WhatBecomes request={request} asked={asked} />
      {code === 'no-retention-rule' || code === 'already-exists' ? (
        <p className="ac-field-error" role="alert">
          {t(`requests.trouble.${code}`)}
        </p>
      ) : (
        <SaveTrouble error={doing.error} />
      )}
    </Dialog>
  )
}

function deedOf({ request }: DeskRequest, asked: Asked, words: string): DeskDeed {
  switch (asked.kind) {
    case 'grant':
      return { kind: 'answer', request, outcome: 'granted', words }
    case 'refuse':
      return { kind: 'answer', request, outcome: 'refused', words }
    case 'extend':
      return { kind: 'extend', request, words }
    case 'lift':
    case 'hold':
      return { kind: asked.kind, caseId: asked.about.caseId, words }
    case 'free':
      return { kind: 'free', caseId: asked.about.caseId }
  }
}
