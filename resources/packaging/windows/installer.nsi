; The installer for Windows: for one user, without administrator. build_installer.py calls makensis
; with VERSION, FOUR_NUMBERS, ICON, SIDEBAR, OUTPUT, KILOBYTES and CONTENTS, a file with the macros
; ProgramFiles (what is installed) and EachEnding (the endings of the formats that are read).
;
; Silent: bnews-desk-VERSION-windows.exe /S [/D=FOLDER], and "uninstall.exe" /S. Exit status 2 where
; the program is open and does not end.

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include "${CONTENTS}"

!define NAME "B-News Desk"
!define PUBLISHER "B-news.id"
!define PROGRAM "bnews-desk.exe"
!define TYPE "BNewsDesk.Naskah"
!define CLASSES "Software\Classes"
!define APPLICATION "${CLASSES}\Applications\${PROGRAM}"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\${PROGRAM}"

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
!ifdef QUICK ; for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestDPIAwareness "PerMonitorV2,System"
ManifestLongPathAware true
ManifestSupportedOS Win10
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${FOUR_NUMBERS}"
VIFileVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=1057 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1057 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1057 "FileDescription" "Pemasang ${NAME}"
VIAddVersionKey /LANG=1057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1057 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDEBAR}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Memasang ${NAME}"
!define MUI_WELCOMEPAGE_TEXT "${NAME} ${VERSION} akan dipasang untuk akun Anda di komputer ini; \
izin administrator tidak diperlukan.$\r$\n$\r$\nNaskah, arsip, dan setelan dari versi sebelumnya \
tetap ada.$\r$\n$\r$\n$_CLICK"
!define MUI_FINISHPAGE_TITLE "${NAME} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "Selanjutnya ${NAME} dibuka dari menu Mulai, atau lewat klik kanan \
pada sebuah naskah, Buka dengan."
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${NAME} sekarang"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} akan dihapus dari komputer ini. Naskah, arsip, kamus, \
dan setelan Anda tidak ikut dihapus; semuanya tetap ada di $LOCALAPPDATA\bnews-desk."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

; $0 becomes 1 where a start of the installed program still runs, else 0: Windows refuses to open
; such a file for writing.
!macro LookWhetherRunning FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

!macro EndProgram UN
Function ${UN}LookWhetherRunning
  StrCpy $0 0
  !insertmacro LookWhetherRunning "bnews-desk.exe"
  !insertmacro LookWhetherRunning "bnews-desk.com"
FunctionEnd

; Asks the windows of the program in $INSTDIR to close, as a click on their cross does.
Function ${UN}CloseWindows
  StrCpy $1 0
  ${Do}
    System::Call 'user32::FindWindowEx(p 0, p r1, p 0, p 0) p .r1'
    ${If} $1 P= 0
      ${Break}
    ${EndIf}
    System::Call 'user32::IsWindowVisible(p r1) i .r2'
    ${If} $2 <> 0
      System::Call 'user32::GetWindowThreadProcessId(p r1, *i .r2)'
      System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2) p .r3' ; only its name is asked for
      ${If} $3 P<> 0
        System::Call 'kernel32::QueryFullProcessImageName(p r3, i 0, t .r4, *i ${NSIS_MAX_STRLEN})'
        System::Call 'kernel32::CloseHandle(p r3)'
        ${If} $4 == "$INSTDIR\${PROGRAM}"
          System::Call 'user32::PostMessage(p r1, i 0x10, p 0, p 0)' ; WM_CLOSE
        ${EndIf}
      ${EndIf}
    ${EndIf}
  ${Loop}
FunctionEnd

; Returns when the program does not run; what is typed in its window is kept by itself.
Function ${UN}EndProgram
  ${Do}
    Call ${UN}LookWhetherRunning
    ${If} $0 = 0
      Return
    ${EndIf}
    MessageBox MB_OKCANCEL|MB_ICONINFORMATION "${NAME} sedang terbuka dan akan ditutup dahulu; \
semua ketikan sudah tersimpan.$\r$\n$\r$\nBila berjalan di terminal, tunggu sampai selesai, lalu \
klik OK." /SD IDOK IDOK +3
    SetErrorLevel 2
    Quit
    DetailPrint "Menunggu ${NAME} menutup …"
    ${ForEach} $5 1 30 + 1
      Call ${UN}CloseWindows
      ${ForEach} $6 1 4 + 1
        Sleep 250
        Call ${UN}LookWhetherRunning
        ${If} $0 = 0
          Return
        ${EndIf}
      ${Next}
    ${Next}
    ${If} ${Silent}
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro EndProgram ""
!insertmacro EndProgram "un."

; The starts go first and come last: nobody opens half a program. _internal holds nothing but ours.
!macro RemoveProgram
  Delete "$INSTDIR\bnews-desk.exe"
  Delete "$INSTDIR\bnews-desk.com"
  Delete "$INSTDIR\bnews-desk.pkg"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal"
!macroend

; Windows offers the program under "Buka dengan"; what opens a file by default stays as it is.
!macro OfferEnding ENDING
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" "${ENDING}" ""
  WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}" ""
!macroend
!macro WithdrawEnding ENDING
  DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
!macroend
!macro TellOfChangedTypes
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} memerlukan Windows 10 atau yang lebih baru." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  Call EndProgram
  !insertmacro RemoveProgram
  !insertmacro ProgramFiles
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "Naskah"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro EachEnding OfferEnding
  !insertmacro TellOfChangedTypes

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "https://b-news.id"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  Call un.EndProgram
  !insertmacro RemoveProgram
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  !insertmacro EachEnding WithdrawEnding
  !insertmacro TellOfChangedTypes
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
