import type { DeskCase, DeskRequest } from '@accord/domain/rest/requests'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { Asked } from './asked.js'
import { dayOf } from './day-of.js'

/** What an act does, in words, before it is done: of an erasure exactly what goes and what stays. (DR25) */
export function WhatBecomes({ request, asked }: { readonly request: DeskRequest; readonly asked: Asked }) {
  const t = useWebMessages()
  const isErasing = asked.kind === 'grant' && request.kind === 'erasure'
  return (
    <div className="web-effect">
      <p className="ac-strong ac-small">{t('desk.effect.label')}</p>
      {!isErasing && (
        <p className="ac-small">{t('requests.effect', { kind: asked.kind, request: request.kind })}</p>
      )}
      {isErasing &&
        request.about.map((about) => <OfCase key={about.caseId} request={request} about={about} />)}
      {isErasing && (
        <>
          <p className="ac-small">{t.rich('requests.gone', { b: (words) => <b>{words}</b> })}</p>
          <p className="ac-small">{t.rich('requests.stays', { b: (words) => <b>{words}</b> })}</p>
        </>
      )}
    </div>
  )
}

function OfCase({ request, about }: { readonly request: DeskRequest; readonly about: DeskCase }) {
  const t = useWebMessages()
  const format = useFormat()
  const { retention, hold, isShared, clients, discipline } = about
  const name = clients.length > 0 ? format.list(clients) : request.person.name
  const day = retention.kind === 'kept' ? format.day(dayOf(retention.until), new Date()) : ''
  const isOver = retention.kind === 'kept' && retention.isOver
  const becomes =
    retention.kind === 'no-rule'
      ? 'nothing'
      : hold !== null
        ? 'held'
        : isOver
          ? 'erased'
          : isShared
            ? 'shared'
            : retention.kind === 'kept'
              ? 'kept'
              : 'unknown'
  return (
    <p className="ac-small">
      <b>{t('requests.case', { name, discipline })}</b> {t('requests.becomes', { becomes, day })}
    </p>
  )
}
