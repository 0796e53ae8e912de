/**
 * Somebody who types in a plan, as the load generator knows them; each system has its own, which speaks that
 * system's protocol and holds no more than it needs to send valid edits. Each edit has a mark, larger than the
 * marks of the writer's edits before it, by which others and the database know it again.
 *
 * @typedef {import('../edits.mjs').Edit} Edit
 *
 * @typedef {object} Heard
 * @property {() => void} acknowledged the edit that waited was called saved
 * @property {(mark: number) => void} seen the other writer's edits up to this mark have arrived here
 *
 * @typedef {object} Writer
 * @property {string} key what the database calls this writer
 * @property {() => number} length of the text, as the writer knows it
 * @property {(edit: Edit) => number} write sends the next edit and gives its mark; not while another waits
 * @property {() => void} close
 *
 * @typedef {object} Seat one writer's place: in which document and as whom
 * @property {number} plan
 * @property {number} side 0 or 1
 * @property {string} address of the server's WebSocket
 * @property {string} document
 * @property {string} [cookie]
 * @property {string} [origin]
 * @property {string} [client] the tab's id
 * @property {string} [goal]
 *
 * @typedef {(seat: Seat, heard: Heard) => Promise<Writer>} OpenWriter
 */
export {}
