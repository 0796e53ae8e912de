import type { EndingHalf } from '@accord/domain/ending/decide'
import { isBlankEnding } from '@accord/domain/ending/text'
import { Button } from '../controls/button.js'
import { useFormat } from '../messages/use-format.js'
import { Seal } from '../seal/seal.js'
import { shortNameOf } from '../whose-goal/short-name.js'
import type { OpenPackProps } from './open-pack.js'
import { Trouble } from './trouble.js'
import { useDoing } from './use-doing.js'
import { useEndingMessages } from './use-ending-messages.js'

/** "This is how it is": who stands behind the present words, and the end of writing. (EN6, EN7) */
export function SayPart({ page, state, viewer, hands }: OpenPackProps) {
  const t = useEndingMessages()
  const { run, isBusy, trouble } = useDoing(hands)
  const { halves, hash, isAllSaid } = state
  const own = halves.find(({ person }) => person === viewer)
  const isBlank = isBlankEnding(state.draft)
  const seal = halves.map(({ relation, state: standing }) => ({
    side: relation === 'practitioner' ? ('practitioner' as const) : ('client' as const),
    state: standing,
  }))
  return (
    <section className="ac-ending-say" aria-labelledby="ending-say">
      <Seal halves={seal} size={64} />
      <div>
        <h2 id="ending-say">{t(isAllSaid ? 'ending.say.all' : 'ending.say')}</h2>
        <ul>
          {halves.map((half) => (
            <li key={half.person}>
              <HalfSentence half={half} {...{ page, viewer }} />
            </li>
          ))}
        </ul>
        {own && page.mayWrite && (
          <div className="ac-ending-acts">
            {own.state === 'on' ? (
              <Button isPending={isBusy} onPress={() => void run(() => hands.act({ kind: 'unsay' }))}>
                {t('ending.say.back')}
              </Button>
            ) : (
              <Button
                kind="primary"
                isPending={isBusy}
                isDisabled={isBlank}
                onPress={() => void run(() => hands.act({ kind: 'say', hash }))}
              >
                {t('ending.say.do')}
              </Button>
            )}
            {isAllSaid && page.mayClose && (
              <Button kind="primary" isPending={isBusy} onPress={() => void run(() => hands.close(hash))}>
                {t('ending.close.do')}
              </Button>
            )}
          </div>
        )}
        <p className="ac-muted ac-small">
          {t(isAllSaid ? (page.mayClose ? 'ending.close.hint' : 'ending.close.waits') : 'ending.say.hint')}
        </p>
        <Trouble sentence={trouble} />
      </div>
    </section>
  )
}

function HalfSentence({
  half,
  page,
  viewer,
}: { readonly half: EndingHalf } & Pick<OpenPackProps, 'page' | 'viewer'>) {
  const t = useEndingMessages()
  const format = useFormat()
  const { person, state, at } = half
  const who = person === viewer ? 'you' : 'other'
  const name = shortNameOf(page.people, person)
  const when = at === null ? '' : format.moment(new Date(at), new Date())
  return <>{t(`ending.half.${state}`, { who, name, when })}</>
}
