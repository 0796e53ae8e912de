import { useId, useState } from 'react'
import { Button } from '../controls/button.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { Seal } from '../seal/seal.js'
import { halfClosedBy, type AgreementBarProps } from './agreement-bar.js'
import { type AgreementBlock, blockSentence } from './agreement-block.js'
import { halvesOf, type OtherAnswer, othersNamed, sealSentence, viewerOf } from './agreement-party.js'
import { AnswerDialog } from './answer-dialog.js'
import { OthersAnswers } from './others-answers.js'
import { sheetWords } from './sheet-words.js'

export interface AgreementSheetProps extends AgreementBarProps {
  /** Words round the seal: see `ringWords`. */
  readonly ring?: string
  /** The day of the agreement that lapsed: "29 October". */
  readonly agreedDay?: string | undefined
  /** Small, while the keyboard is up and the words need the room. */
  readonly isCompact?: boolean
  readonly onSeeChange?: (() => void) | undefined
}

/** At the lower edge of the portal's goal: the seal, what it means, and the client's answers in reach of a thumb. */
export function AgreementSheet(props: AgreementSheetProps) {
  const { standing, parties, blocked, ring, agreedDay, isCompact, onAgree, onAnswer, onSeeChange } = props
  const t = useUiMessages()
  const format = useFormat()
  const reasonId = useId()
  const [answering, setAnswering] = useState<OtherAnswer>()
  const viewer = viewerOf(parties)
  const hasAgreed = viewer?.answer?.kind === 'agree'
  // The reason stands where the explanation was: a sheet that grew at every pause in typing would never be still.
  const block: AgreementBlock | undefined = standing === 'no-words' ? { kind: 'no-words' } : blocked
  const waits = viewer === undefined || hasAgreed ? undefined : block
  const words = sheetWords(t, format, { standing, parties, agreedDay })
  const seal = (
    <Seal
      halves={halvesOf(parties)}
      size={isCompact ? 44 : 132}
      label={sealSentence(t, format, parties)}
      {...(ring === undefined ? {} : { ring })}
    />
  )
  return (
    <section
      className="ac-agreement-sheet"
      aria-label={t('agreement.label')}
      data-compact={isCompact ? '' : undefined}
    >
      <div className="ac-agreement-seal">{seal}</div>
      <div className="ac-agreement-words">
        <h2 className="ac-heading">{words.title}</h2>
        {waits !== undefined ? (
          <p id={reasonId}>{blockSentence(t, waits)}</p>
        ) : (
          !isCompact && <p>{words.sub}</p>
        )}
        {!isCompact && <OthersAnswers parties={parties} />}
        {!isCompact && viewer?.answer && !hasAgreed && <p>{t(`agreement.yours.${viewer.answer.kind}`)}</p>}
      </div>
      {viewer !== undefined && (
        <div className="ac-agreement-answers">
          {!hasAgreed && (
            <Button
              kind="primary"
              size="large"
              block
              icon={<Seal halves={halfClosedBy(viewer)} size={26} />}
              onPress={onAgree}
              blockedBy={waits && reasonId}
            >
              {t('agreement.agreeOwn')}
            </Button>
          )}
          {!isCompact && (
            <div className="ac-agreement-more">
              {onSeeChange !== undefined && (
                <Button kind="quiet" size="small" onPress={onSeeChange}>
                  {t('agreement.seeWhatChanged')}
                </Button>
              )}
              {standing !== 'no-words' && (
                <Button kind="quiet" size="small" onPress={() => setAnswering('not-yet')}>
                  {hasAgreed ? t('agreement.takeBack') : t('agreement.notYetTalk')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {answering !== undefined && (
        <AnswerDialog
          initial={answering}
          readers={othersNamed(parties, format)}
          onClose={() => setAnswering(undefined)}
          onSend={(answer, reason) => {
            setAnswering(undefined)
            onAnswer(answer, reason)
          }}
        />
      )}
    </section>
  )
}
