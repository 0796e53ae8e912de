import { useEffect, useState, useSyncExternalStore } from 'react'
import type { EndingBox } from '@accord/domain/ending/box'
import { boxOf } from '@accord/domain/ending/draft'
import type { PersonId } from '@accord/domain/ids'
import type { EndingPage } from '@accord/domain/rest/ending'
import { BoxKeeper, type StoredBox } from './box-keeper.js'
import type { OpenPackProps } from './open-pack-props.js'

const EMPTY: StoredBox = { version: 0, words: '' }

/** One's own box of an open pack, kept while it is written in. (EN2) */
export function useBox(
  { page, hands, keepers }: Pick<OpenPackProps, 'page' | 'hands' | 'keepers'>,
  writer: PersonId,
  box: EndingBox,
) {
  const stored = storedIn(page, writer, box)
  const [keeper] = useState(
    () =>
      new BoxKeeper(stored, {
        save: async (words, after) =>
          storedIn(await hands.act({ kind: 'write', box, after, words }), writer, box),
        stored: async () => storedIn(await hands.read(), writer, box),
        codeOf: hands.codeOf,
      }),
  )
  const { version, words } = stored
  useEffect(() => {
    keeper.follow({ version, words })
  }, [keeper, version, words])
  useEffect(() => {
    const save = () => void keeper.flush()
    const onHide = () => document.visibilityState === 'hidden' && save()
    document.addEventListener('visibilitychange', onHide)
    keepers.set(box, keeper)
    return () => {
      keepers.delete(box)
      document.removeEventListener('visibilitychange', onHide)
      save()
    }
  }, [keeper, keepers, box])
  return { ...useSyncExternalStore(keeper.subscribe, keeper.state), keeper }
}

function storedIn({ state }: EndingPage, writer: PersonId, box: EndingBox): StoredBox {
  if (state.kind !== 'open') return EMPTY
  return boxOf(state.draft, writer, box) ?? EMPTY
}
