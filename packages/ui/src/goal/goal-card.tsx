import { type ReactNode, useId } from 'react'
import { type AgreementParty, halvesOf, sealSentence, type Standing } from '../agreement/agreement-party.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Relation } from '@accord/domain/case/relation'
import { TypingMark } from '../presence/typing-mark.js'
import { Seal } from '../seal/seal.js'
import { GoalStatus } from './goal-status.js'

export interface GoalCardProps {
  /** The goal's short name in plain text; also names the card. */
  readonly name: string
  /** The name as an editor, where it can be written; `name` is shown otherwise. */
  readonly nameSlot?: ReactNode
  readonly standing: Standing | 'set-aside'
  readonly parties: readonly AgreementParty[]
  /** When it came to stand as it does: "15 October", "10:21 today". */
  readonly when?: string
  readonly typing?: { readonly name: string; readonly relation: Relation } | undefined
  readonly reason?: string | null
  /** Lifted and set wider, while its words are being written. */
  readonly isActive?: boolean
  /** The statement: an editor, or `AttributedText`. */
  readonly children: ReactNode
  /** `WhyItMatters`, `LapseStrip`, `AgreementBar`, in this order. */
  readonly below?: ReactNode
  /** The goal's menu. */
  readonly menu?: ReactNode
  /** Ways on, under a hairline: how it came to be. */
  readonly foot?: ReactNode
}

/** One goal on its sheet. The seal and its date live in the ruled margin and nowhere else. */
export function GoalCard(props: GoalCardProps) {
  const { name, nameSlot, standing, parties, when, typing, reason, isActive, children, below, menu, foot } =
    props
  const t = useUiMessages()
  const format = useFormat()
  const nameId = useId()
  return (
    <article
      className="ac-goal"
      aria-labelledby={nameId}
      data-active={isActive ? '' : undefined}
      data-standing={standing}
    >
      <div className="ac-goal-margin">
        <Seal halves={halvesOf(parties)} size={54} label={sealSentence(t, format, parties)} />
        <span>
          {t(`goal.margin.${MARGIN[standing]}`)}
          {when !== undefined && <span>{when}</span>}
        </span>
      </div>
      <div className="ac-goal-body">
        <div className="ac-goal-top">
          <h3 className="ac-goal-name" id={nameId}>
            {nameSlot ?? (name === '' ? t('goal.unnamed') : name)}
          </h3>
          <GoalStatus standing={standing} parties={parties} reason={reason ?? null} />
          <span className="ac-goal-top-end">
            {typing !== undefined && <TypingMark {...typing} />}
            {menu}
          </span>
        </div>
        <div className="ac-statement" dir="auto">
          {children}
        </div>
        {below}
        {foot !== undefined && <div className="ac-goal-foot">{foot}</div>}
      </div>
    </article>
  )
}

const MARGIN = {
  'no-words': 'proposed',
  open: 'proposed',
  agreed: 'agreed',
  lapsed: 'opened',
  'set-aside': 'setAside',
} as const
