/**
 * What of socket.io's client and its two layers below nobody here uses, each with what stands in its place.
 *
 * @type {Readonly<Record<string, (file: string) => string>>}
 */
const STAND_INS = {
  // WebSocket is the only way (LP2): no polling, no WebTransport.
  '/engine.io-client/build/esm/transports/index.js': (file) =>
    `import { WS } from ${JSON.stringify(file.replace('index.js', 'websocket.js'))}
export const transports = { websocket: WS }`,
  // Everything that is said is JSON: nothing is looked through for bytes, nor put together from them.
  '/socket.io-parser/build/esm/is-binary.js': () =>
    `export const isBinary = () => false
export const hasBinary = isBinary`,
  '/socket.io-parser/build/esm/binary.js': () =>
    `export const deconstructPacket = () => { throw new Error('bytes are never sent') }
export const reconstructPacket = deconstructPacket`,
  '/engine.io-parser/build/esm/encodePacket.browser.js': () =>
    `import { PACKET_TYPES } from './commons.js'
export const encodePacket = ({ type, data }, _, say) => say(PACKET_TYPES[type] + (data || ''))
export const encodePacketToBinary = encodePacket`,
  '/engine.io-parser/build/esm/decodePacket.browser.js': () =>
    `import { ERROR_PACKET, PACKET_TYPES_REVERSE } from './commons.js'
export const decodePacket = (said) => {
  const type = PACKET_TYPES_REVERSE[said[0]]
  return type ? { type, data: said.slice(1) } : ERROR_PACKET
}`,
  // Every browser that the apps run in takes an address apart by itself.
  '/engine.io-client/build/esm/contrib/parseuri.js': () =>
    `export const parse = (address) => {
  const { protocol, hostname, port, search } = new URL(address)
  return { protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, query: search.slice(1) }
}`,
  // And what stands in its query, both ways.
  '/engine.io-client/build/esm/contrib/parseqs.js': () =>
    `export const encode = (fields) => String(new URLSearchParams(fields))
export const decode = (query) => Object.fromEntries(new URLSearchParams(query))`,
  // A browser's WebSocket takes no options, timers are the page's, and everything that is said is text.
  '/engine.io-client/build/esm/util.js': () =>
    `export const pick = () => ({})
export const installTimerFunctions = (on) => {
  on.setTimeoutFn = setTimeout.bind(globalThis)
  on.clearTimeoutFn = clearTimeout.bind(globalThis)
}
export const byteLength = (text) => new TextEncoder().encode(text).length
export const randomString = () => Math.random().toString(36).slice(2, 10)`,
}

const SOCKET_IO = /\/(?:socket\.io|engine\.io)-(?:client|parser)\/build\/esm\//u

/**
 * For Vite: leaves out of a page what it loads in vain. Fails the build when socket.io no longer has what is replaced,
 * so that a new version is looked at again.
 */
export function leanSocket() {
  const left = new Set(Object.keys(STAND_INS))
  let isUsed = false
  return {
    name: 'lean-socket',
    enforce: /** @type {const} */ ('pre'),
    /**
     * @param {string} code
     * @param {string} id
     */
    transform(code, id) {
      const file = id.replaceAll('\\', '/')
      if (!SOCKET_IO.test(file)) return null
      isUsed = true
      const replaced = Object.keys(STAND_INS).find((end) => file.endsWith(end))
      if (replaced === undefined) return { code, moduleSideEffects: false }
      left.delete(replaced)
      return { code: STAND_INS[replaced]?.(file) ?? code, moduleSideEffects: false }
    },
    /** @param {Error | undefined} error */
    buildEnd(error) {
      if (error === undefined && isUsed && left.size > 0)
        throw new Error(`socket.io no longer has ${[...left].join(', ')}: look at lean-socket.mjs again`)
    },
  }
}
