/**
 * Every text of the sign-in pages and its mails. Another language is another object of the same shape.
 */
export const en = {
  language: 'en',
  product: 'ProperTea',
  tagline: 'Every home, every lease, every repair. In one place.',
  skip: 'Skip to the form',
  back: 'Back to sign in',
  continue: 'Continue to ProperTea',
  errorPrefix: 'Error: ',
  summary: 'Please check the form',
  fields: {
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    name: 'Your name',
    passwordHint: 'At least 10 characters. Several unrelated words make a good one.',
    nameHint: 'As colleagues should see it.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Welcome back. Sign in to go on.',
    submit: 'Sign in',
    forgot: 'Forgot your password?',
    noAccount: 'New here?',
    register: 'Create an account',
    refused:
      'The e-mail address or the password is not right. If you have just registered, first follow the link in the mail we sent you.',
  },
  register: {
    title: 'Create an account',
    lead: 'One account for everything you do here, in every organization.',
    submit: 'Create account',
    hasAccount: 'Already have an account?',
    signIn: 'Sign in',
  },
  registerSent: {
    title: 'Check your mail',
    lead: 'We have sent a mail to the address you gave. Follow the link in it within 24 hours to finish.',
    help: 'Nothing there? Look in the spam folder, or try again in a few minutes.',
  },
  confirm: {
    title: 'Confirm your e-mail address',
    lead: (email: string) => `Enter the password you chose for ${email} to finish.`,
    submit: 'Confirm',
    wrongPassword: 'This is not the password that was chosen for this registration.',
    notYou: 'You did not register? Then do nothing: without this step there is no account.',
  },
  confirmed: {
    title: 'Your account is ready',
    lead: 'Your e-mail address is confirmed. You can sign in now.',
  },
  forgot: {
    title: 'Reset your password',
    lead: 'Tell us your e-mail address and we send you a link to choose a new password.',
    submit: 'Send the link',
  },
  forgotSent: {
    title: 'Check your mail',
    lead: 'If there is an account with this address, a link to choose a new password is on its way. It works for one hour.',
    help: 'Nothing there? Look in the spam folder, or try again in a few minutes.',
  },
  keptMail:
    'No mail server is set up here, so mails are kept: an operator reads them with the query “mails”.',
  reset: {
    title: 'Choose a new password',
    lead: 'You will be signed out everywhere and sign in with the new one.',
    submit: 'Save the new password',
  },
  resetDone: {
    title: 'Your password is changed',
    lead: 'You are signed out everywhere. Sign in with the new password.',
  },
  linkSpent: {
    title: 'This link does not work any more',
    lead: 'It has been used, is too old, or was replaced by a newer one. Ask for a new one from the sign-in page.',
  },
  signOut: {
    title: 'Sign out?',
    lead: (email: string) => `You are signed in as ${email}.`,
    leadUnknown: 'This ends your session in this browser.',
    submit: 'Sign out',
    stay: 'Stay signed in',
  },
  signedOut: {
    title: 'You are signed out',
    lead: 'You can close this page.',
  },
  expired: {
    title: 'This sign-in has expired',
    lead: 'It was open for too long, was already finished, or began in another browser. Start again.',
  },
  failed: {
    title: 'That did not work',
    invalidRequest:
      'The application that sent you here asked for something that is not possible. Go back and try again.',
    server: 'Something went wrong on our side. Try again in a moment.',
    notFound: 'There is no such page.',
    reference: 'Details for support',
  },
  errors: {
    emailMissing: 'Enter your e-mail address.',
    emailInvalid: 'Enter an e-mail address like name@example.com.',
    nameMissing: 'Enter your name.',
    nameTooLong: 'Your name may have at most 200 characters.',
    nameInvalid: 'Your name contains characters that cannot be shown.',
    passwordMissing: 'Enter your password.',
    'too-short': 'The password needs at least 10 characters.',
    'too-long': 'The password may have at most 256 characters.',
    common: 'This password is among the first that others would guess. Choose another one.',
    form: 'The form was open for too long or came from another page. Please send it again.',
    throttled: (seconds: number) => `Too many attempts. Try again in ${duration(seconds)}.`,
  },
  mails: {
    confirm: {
      subject: 'Confirm your e-mail address',
      text: (link: string) =>
        `Hello,\n\nsomebody, probably you, registered at ProperTea with this address.\nFollow this link and enter the password you chose:\n\n${link}\n\nThe link works for 24 hours. If it was not you, do nothing: no account comes into being.\n`,
    },
    alreadyRegistered: {
      subject: 'You already have an account',
      text: (link: string) =>
        `Hello,\n\nsomebody, probably you, wanted to register at ProperTea with this address. There is an account\nalready. Sign in with it, or choose a new password from the sign-in page:\n\n${link}\n\nIf it was not you, there is nothing to do.\n`,
    },
    reset: {
      subject: 'Choose a new password',
      text: (link: string) =>
        `Hello,\n\nsomebody, probably you, asked for a new password at ProperTea. Follow this link to choose one:\n\n${link}\n\nIt works once, for one hour. If it was not you, do nothing: your password stays as it is.\n`,
    },
    noAccount: {
      subject: 'There is no account with this address',
      text: (link: string) =>
        `Hello,\n\nsomebody, probably you, asked for a new password at ProperTea. There is no account with this\naddress; perhaps you used another one. You can try again or create an account here:\n\n${link}\n\nIf it was not you, there is nothing to do.\n`,
    },
    passwordChanged: {
      subject: 'Your password was changed',
      text: (link: string) =>
        `Hello,\n\nthe password of your ProperTea account was changed and all sessions were ended.\n\nIf it was not you, choose a new password at once from the sign-in page:\n\n${link}\n`,
    },
  },
};

export type Messages = typeof en;

function duration(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
