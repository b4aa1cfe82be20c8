# Commits some files of a folder, whatever else is staged there. For POSIX shells; exit status 77: no repository; 78: done,
# and locks of a dead backup were removed, which are named.
# $0: the folder; $1: the message; $2: not empty: push; $3: not empty: nobody reads what is said; then the files.
#
# While another git is at work it is tried again, for four seconds. A job that is killed leaves its mark, with its process
# number, and perhaps git's locks. Those are removed when a job was killed, they are no older than its mark, and no git
# works here. What was removed is told to the shell, or to the next one where nobody reads it now.
cd -- "$0" || exit
[ "$(git rev-parse --is-inside-work-tree 2>/dev/null)" = true ] || { echo "$0" >&2; exit 77; }
message=$1 push=$2 last=$3; shift 3
marks=$(git rev-parse --git-path steno-backup) top=$(git rev-parse --show-toplevel)
alive() { kill -0 "$1" 2>/dev/null && ! grep -qs '^State:[[:space:]]*Z' "/proc/$1/status"; }
dead=
for mark in "$marks"-[0-9]*; do
  [ -f "$mark" ] && ! alive "${mark##*-}" || continue
  # The oldest of them counts.
  [ -n "$dead" ] && [ "$mark" -nt "$dead" ] || dead=$mark
done
own=$marks-$$
trap 'rm -f -- "$own"' EXIT
trap 'exit 1' HUP INT TERM
: > "$own" || exit
keep() {
  git add -- "$@" || return
  git diff --cached --quiet --no-ext-diff --no-textconv -- "$@" ||
    git commit -q --cleanup=whitespace --only -m "$message" -- "$@"
}
works_here() {
  [ -d /proc/self ] || { ps -axco comm= | grep -qx git; return; }
  for process in /proc/[0-9]*; do
    read -r name 2>/dev/null < "$process/comm" || continue
    case $name in git|git-*) alive "${process##*/}" || continue ;; *) continue ;; esac
    case $(readlink "$process/cwd")/ in "$top"/*|/) return 0 ;; esac
  done
  return 1
}
unlock() {
  for lock in index.lock HEAD.lock "$(git symbolic-ref -q HEAD).lock"; do
    lock=$(git rev-parse --git-path "$lock")
    [ -f "$lock" ] && ! [ "$dead" -nt "$lock" ] && rm -f -- "$lock" && removed="$removed $lock"
  done
  rm -f -- "${marks%steno-backup}"next-index-*.lock
  for mark in "$marks"-[0-9]*; do alive "${mark##*-}" || rm -f -- "$mark"; done
}
for try in 1 2 3 4 5 6 7 8; do
  said=$(keep "$@" 2>&1); status=$?
  [ $status -ne 0 ] || break
  [ $status -le 128 ] || dead=${dead:-$own}
  sleep 0.5
done
removed=
if [ -n "$dead" ]; then
  for try in 1 2 3 4 5 6 7 8; do works_here || break; sleep 0.5; done
fi
if [ -n "$dead" ] && ! works_here; then
  unlock
  [ $status -eq 0 ] || { said=$(keep "$@" 2>&1); status=$?; }
  [ -z "$removed" ] || echo "$removed" >> "$marks.recovered"
fi
[ $status -eq 0 ] || { echo "$said" >&2; exit 1; }
[ -z "$push" ] || git push -q || exit
if [ -z "$last" ] && [ -f "$marks.recovered" ]; then
  cat -- "$marks.recovered" >&2
  rm -f -- "$marks.recovered"
  exit 78
fi
