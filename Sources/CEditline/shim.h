#ifndef STENO_CEDITLINE_SHIM_H
#define STENO_CEDITLINE_SHIM_H
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

#endif
