import { createTransport } from "nodemailer";

export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt at one letter, so that a mailbox can tell a repeated one. */
  readonly id: string;
};

/** Sends one letter, or throws. */
export type Mailer = (letter: Letter) => Promise<void>;

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * A mailer over the SMTP server of the settings. Letters come from the account's own address, or from
 * `no-reply` at the application's host when the account is not an address.
 */
export function smtpMailer(smtpUrl: string, origin: string): Mailer {
  const transport = createTransport({ url: smtpUrl, ...patience });
  const host = new URL(origin).hostname;
  const account = decodeURIComponent(new URL(smtpUrl).username);
  const address = account.includes("@") ? account : `no-reply@${host}`;
  return async ({ to, subject, text, id }) => {
    const messageId = `<${id}@${host}>`;
    await transport.sendMail({ from: { name: "Đối Thoại", address }, to, subject, text, messageId });
  };
}
