import { createConnection } from 'node:net'
import { createTransport } from 'nodemailer'
import { expect, onTestFinished, test } from 'vitest'
import type { IncomingMail } from '#local/mail-in/lay-down-mail.ts'
import { startSmtpPort } from '#local/mail-in/smtp-port.ts'

const OURS = 'r+abc@replies.example.com'

async function running(received?: (mail: IncomingMail) => Promise<void>) {
  const mails: IncomingMail[] = []
  const port = await startSmtpPort({
    port: 0,
    replyDomain: 'replies.example.com',
    received: received ?? (async (mail) => void mails.push(mail)),
  })
  const transport = createTransport({ host: '127.0.0.1', port: port.port })
  onTestFinished(async () => {
    transport.close()
    await port.stop()
  })
  return {
    port,
    mails,
    send: (over: object = {}) => transport.sendMail({ from: 'lan@example.com', to: OURS, text: 'Chín điểm', ...over }),
  }
}

test('a mail to the reply domain is taken whole, with the addresses of its envelope', async () => {
  const { send, mails } = await running()
  await send({ to: [OURS, 'S+XYZ@Replies.Example.com'] })
  expect(mails).toMatchObject([{ from: 'lan@example.com', to: [OURS, 'S+XYZ@replies.example.com'] }])
  expect(Buffer.from(mails[0]!.bytes).toString()).toMatch(/^From: lan@example\.com/m)
})

test('mail that nobody may answer has an empty sender', async () => {
  const { send, mails } = await running()
  await send({ envelope: { from: '', to: [OURS] } })
  expect(mails).toMatchObject([{ from: '' }])
})

test.each(['lan@example.com', 'r+abc@replies.example.com.evil.example', 'r+abc@notreplies.example.com'])(
  'mail to %s is not ours to take',
  async (to) => {
    const { send, mails } = await running()
    await expect(send({ to })).rejects.toMatchObject({ responseCode: 550 })
    expect(mails).toEqual([])
  },
)

test('a mail of more than 40 MB is refused, and the next one is taken', async () => {
  const { port, send, mails } = await running()
  expect(await sentByHand(port.port, 41 * 1024 * 1024)).toMatch(/^552 /)
  await send()
  expect(mails).toHaveLength(1)
})

test('what cannot be laid down is to be sent again', async () => {
  const { send } = await running(() => Promise.reject(new Error('the disk is full')))
  await expect(send()).rejects.toMatchObject({ responseCode: 451 })
})

/** A client that declares no size and sends on and on: what it is told in the end. */
function sentByHand(port: number, bytes: number): Promise<string> {
  const commands = ['EHLO x', 'MAIL FROM:<a@example.com>', `RCPT TO:<${OURS}>`, 'DATA']
  const line = `${'x'.repeat(998)}\r\n`
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    socket.setEncoding('utf8').on('error', reject)
    let answer = ''
    let data = false
    socket.on('data', (text: string) => {
      answer += text
      if (!/^\d{3} [^\r\n]*\r\n$/m.test(answer.slice(answer.lastIndexOf('\n', answer.length - 2) + 1))) return
      const last = answer.trimEnd().split('\r\n').at(-1) ?? ''
      answer = ''
      if (data) {
        socket.end('QUIT\r\n')
        return resolve(last)
      }
      const command = commands.shift()
      if (command) socket.write(`${command}\r\n`)
      else {
        data = true
        socket.write('Subject: large\r\n\r\n')
        for (let sent = 0; sent < bytes; sent += 1_000_000) socket.write(line.repeat(1_000))
        socket.write('\r\n.\r\n')
      }
    })
  })
}
