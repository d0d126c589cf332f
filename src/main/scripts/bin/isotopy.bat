@echo off
rem Starts Isotopy with the first Java 25 or newer among: ISOTOPY_JAVA (a JDK folder or its java.exe), JAVA_HOME,
rem the PATH, the usual install folders. Arguments reach the program untouched.
setlocal EnableExtensions DisableDelayedExpansion

set "NEEDED=25"
set "JAVA="
set "NEWEST=0"

if defined ISOTOPY_JAVA for %%X in ("%ISOTOPY_JAVA%") do if /i "%%~xX"==".exe" call :try "%%~X"
if defined ISOTOPY_JAVA call :try "%ISOTOPY_JAVA%\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for /f "delims=" %%J in ('where java.exe 2^>nul') do call :try "%%J"
if not defined JAVA call :tryall "%ProgramFiles%\Eclipse Adoptium"
if not defined JAVA call :tryall "%ProgramFiles%\Java"
if not defined JAVA call :tryall "%ProgramFiles%\Microsoft"
if not defined JAVA call :tryall "%ProgramFiles%\Amazon Corretto"
if not defined JAVA call :tryall "%ProgramFiles%\Zulu"
if not defined JAVA call :tryall "%ProgramFiles%\BellSoft"
if not defined JAVA call :tryall "%ProgramFiles%\SapMachine"
if not defined JAVA call :tryall "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
if not defined JAVA call :tryall "%USERPROFILE%\.jdks"
if not defined JAVA call :tryall "%USERPROFILE%\scoop\apps"

if not defined JAVA (
  if "%NEWEST%"=="0" (
    echo isotopy: needs Java %NEEDED% or newer, but no Java was found: install Temurin %NEEDED% from https://adoptium.net, or set ISOTOPY_JAVA to the folder of a JDK %NEEDED%.>&2
  ) else (
    echo isotopy: needs Java %NEEDED% or newer, but the newest Java found is %NEWEST%: install Temurin %NEEDED% from https://adoptium.net, or set ISOTOPY_JAVA to the folder of a JDK %NEEDED%.>&2
  )
  exit /b 1
)

for %%H in ("%~dp0..") do set "ISOTOPY_HOME=%%~fH"
"%JAVA%" "--module-path=%ISOTOPY_HOME%\lib\fx" --add-modules=javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --add-exports=java.base/jdk.internal.module=ALL-UNNAMED --add-exports=javafx.graphics/com.sun.glass.ui=ALL-UNNAMED -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockExperimentalVMOptions -XX:+EnableVectorSupport -XX:+EnableVectorReboxing -XX:+EnableVectorAggressiveReboxing -Djava.awt.headless=true "--class-path=%ISOTOPY_HOME%\lib\*" isotopy.app.Main %*
exit /b %ERRORLEVEL%

rem Tries every JDK in the folder %1.
:tryall
if not exist "%~1\" exit /b 0
for /d %%D in ("%~1\*") do call :try "%%~fD\bin\java.exe"
exit /b 0

rem Sets JAVA if it is not set and %1 is a java.exe that is new enough: by the file `release` of its JDK, else by asking.
:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
set "FEATURE="
if exist "%~dp1..\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%~dp1..\release") do if "%%K"=="JAVA_VERSION" for /f "tokens=1,2 delims=.-+_" %%F in ("%%~L") do call :feature "%%F" "%%G"
if not defined FEATURE for /f "tokens=3" %%V in ('^""%~1" -version 2^>^&1 ^| findstr /c:" version "^"') do for /f "tokens=1,2 delims=.-+_" %%F in ("%%~V") do call :feature "%%F" "%%G"
if not defined FEATURE exit /b 0
set /a FEATURE=FEATURE 2>nul
if %FEATURE% GEQ %NEEDED% (
  set "JAVA=%~1"
) else (
  if %FEATURE% GTR %NEWEST% set "NEWEST=%FEATURE%"
)
exit /b 0

rem Sets FEATURE to 25 for "25" "0", and to 8 for "1" "8", as old Javas say it.
:feature
set "FEATURE=%~1"
if "%~1"=="1" set "FEATURE=%~2"
exit /b 0
