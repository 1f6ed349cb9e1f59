/** On it the window of a sign-in tells every tab that there is a session again. */
export const SESSION_CHANNEL = 'propertea-session';
