import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true })

/** Sends one POST; answers status and text. A client that costs little, since it shares the machine with what it measures. */
const post = (url, headers, body) =>
  new Promise((resolve, reject) => {
    const options = { method: 'POST', agent, headers: { 'Content-Type': 'application/json', ...headers } }
    const sent = request(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
    sent.on('error', reject).end(body)
  })

/** So many clients, each with one request at a time, for so long. `next` says what is sent. Answers how many, and how many a second. */
export async function perSecond({ clients, seconds, next }) {
  const began = performance.now()
  const until = began + seconds * 1000
  let made = 0
  const client = async (number) => {
    for (let turn = number; performance.now() < until; turn += clients) {
      const { url, headers = {}, body } = next(turn)
      const { status, text } = await post(url, headers, JSON.stringify(body))
      if (status !== 201) throw new Error(`${url} answered ${status}: ${text}`)
      made++
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return { made, rate: made / ((performance.now() - began) / 1000) }
}
