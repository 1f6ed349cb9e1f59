import { NotFound } from '@/shell/not-found';

export default function NotFoundHere() {
  return <NotFound />;
}
