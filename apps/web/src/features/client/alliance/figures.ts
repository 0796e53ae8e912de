import { ASPECTS, type Aspect } from '@accord/domain/alliance/check-in'
import type { AllianceSession } from '@accord/domain/alliance/series'
import { useFormat } from '@accord/ui/messages/use-format'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** Numbers and names as every chart and table of this page writes them. (AL4) */
export function useFigures() {
  const t = useWebMessages()
  const format = useFormat()
  /** To one decimal. */
  const decimal = (value: number) => format.number(Math.round(value * 10) / 10)
  return {
    decimal,
    aspect: (aspect: Aspect) => t(`alliance.${aspect}`),
    day: (session: AllianceSession) => format.shortDay(new Date(session.startedAt)),
    /** The mean, or why there is none. */
    said: (session: AllianceSession): string => {
      if (session.mean !== null) return decimal(session.mean)
      return t(
        session.standing === 'answered' ? 'alliance.wordsOnly' : `alliance.standing.${session.standing}`,
      )
    },
    ratings: (session: AllianceSession) =>
      ASPECTS.map((aspect) => [aspect, session.ratings[aspect]] as const),
  }
}
