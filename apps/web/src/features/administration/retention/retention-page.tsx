import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RetentionCode, RetentionRule } from '@accord/domain/privacy/retention'
import type { Retention } from '@accord/domain/rest/requests'
import { Button } from '@accord/ui/controls/button'
import { TickBox } from '@accord/ui/controls/tick-box'
import { useFormat } from '@accord/ui/messages/use-format'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { toasts } from '../../../lib/toasts.js'
import { useNow } from '../../../lib/use-now.js'
import { useWebMessages, type WebTranslate } from '../../../lib/use-web-messages.js'
import { chooseRetention, requestsQuery, retentionQuery } from '../api/requests.js'
import { DeskFrame } from '../desk-frame.js'
import { SaveTrouble } from '../save-trouble.js'

/** By which rules the practice keeps its records. (DR20, DR21) */
export function RetentionPage() {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(retentionQuery)
  return (
    <DeskFrame tab="retention" title={t('retention.title')}>
      <div className="ac-page web-policy">
        <h1 className="ac-heading">{t('retention.title')}</h1>
        <p className="ac-muted">{t('retention.lead')}</p>
        {data !== undefined && <RulesForm key={data.choices.length} retention={data} />}
        {data === undefined && error === null && <GoalSkeleton sentence={t('retention.loading')} />}
        {data === undefined && error !== null && (
          <FailedPage error={error} what={t('retention.what')} onRetry={() => void refetch()} />
        )}
      </div>
    </DeskFrame>
  )
}

function RulesForm({ retention: { rules, choices } }: { readonly retention: Retention }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [latest] = choices
  const [codes, setCodes] = useState<readonly RetentionCode[]>(latest?.codes ?? [])
  const saving = useMutation({
    mutationFn: chooseRetention,
    onSuccess: async (answer) => {
      queries.setQueryData(retentionQuery.queryKey, answer)
      toasts.add({ kind: 'done', words: t('retention.saved') })
      await queries.invalidateQueries({ queryKey: requestsQuery.queryKey })
    },
  })
  const isSame =
    codes.length === (latest?.codes.length ?? 0) && codes.every((code) => latest?.codes.includes(code))
  const tick = (code: RetentionCode) => (isTicked: boolean) =>
    setCodes(isTicked ? [...codes, code] : codes.filter((one) => one !== code))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate({ over: choices.length, codes: [...codes] })
      }}
      className="web-session-form"
    >
      {latest === undefined && <p className="web-effect">{t('retention.none')}</p>}
      <ul className="web-rules" aria-label={t('retention.rules')}>
        {rules.map((rule) => (
          <li key={rule.code}>
            <TickBox
              label={t(`retention.rule.${rule.code}`)}
              isTicked={codes.includes(rule.code)}
              onChange={tick(rule.code)}
            />
            <RuleTerm rule={rule} />
          </li>
        ))}
      </ul>
      {refusalCode(saving.error) === 'words-changed' ? (
        <p className="ac-field-error" role="alert">
          {t('retention.stale')}
        </p>
      ) : (
        <SaveTrouble error={saving.error} />
      )}
      <Button
        kind="primary"
        type="submit"
        isPending={saving.isPending}
        isDisabled={isSame || codes.length === 0}
      >
        {t('retention.do')}
      </Button>
      <Choices choices={choices} />
    </form>
  )
}

function RuleTerm({ rule }: { readonly rule: RetentionRule }) {
  const t = useWebMessages()
  const { yearsAfterDeath: years, source } = rule
  return (
    <p className="ac-small ac-muted">
      {termOf(t, rule)} {years !== null && t('retention.death', { years })}{' '}
      {t('retention.source', { source })}
    </p>
  )
}

function termOf(t: WebTranslate, { adultYears: years, minor }: RetentionRule): string {
  switch (minor.kind) {
    case 'as-adults':
      return t('retention.term.as-adults', { years })
    case 'after-majority':
      return t('retention.term.after-majority', { years, more: minor.years })
    case 'birthday': {
      const { age: more, later } = minor
      return t('retention.term.birthday', { years, more, late: later.age, from: later.from })
    }
  }
}

function Choices({ choices }: Pick<Retention, 'choices'>) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return choices.map(({ codes, by, at }) => (
    <p key={at} className="ac-muted ac-small">
      {t('retention.chosen', {
        names: format.list(codes.map((code) => t(`retention.rule.${code}`))),
        name: by,
        when: format.moment(new Date(at), now),
      })}
    </p>
  ))
}
