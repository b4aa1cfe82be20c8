#ifndef STENO_CEXPAT_SHIM_H
#define STENO_CEXPAT_SHIM_H
// Package.swift links it: the archive on Linux, so that the program needs no library at its user's; the system's on macOS.
#include <expat.h>
#endif
