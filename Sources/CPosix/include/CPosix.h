#ifndef STENO_CPOSIX_H
#define STENO_CPOSIX_H
// The few system calls that Swift's Glibc module does not show. Each one is wrapped where it is used.

#endif
